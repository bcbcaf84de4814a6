"""Parameter versions in the inbox, and explanations of pairs of the built demo."""

from __future__ import annotations

import duckdb
import pytest
from conftest import query, run_cli

from customer_master.errors import BadInput
from customer_master.explain import explain, render
from customer_master.explain_customer import explain_customer
from customer_master.train import read_rows, train, write_rows


def test_training_twice_gives_the_same_version(own_home):
    first, second = train(own_home), train(own_home)
    assert first.parameter_version == second.parameter_version
    written = query(own_home.work, "select parameter_version, count(*) from inbox.parameter_versions group by 1")
    assert (first.parameter_version, 1) in written
    rows = query(
        own_home.work,
        "select match_model, comparison, level from inbox.match_model_parameters "
        f"where parameter_version = '{first.parameter_version}'",
    )
    assert sorted(rows) == sorted((model, comparison, level) for model, comparison, level, *_ in read_rows())


def test_training_before_any_build_says_what_to_do(tmp_path):
    from customer_master.home import Home  # noqa: PLC0415

    duckdb.connect(str(tmp_path / "work.duckdb")).close()
    with pytest.raises(BadInput, match="no compared pairs"):
        train(Home(tmp_path))


def test_the_seed_survives_being_written(tmp_path):
    write_rows(read_rows(), tmp_path / "seed.csv")
    assert read_rows(tmp_path / "seed.csv") == read_rows()


PAIR = """
    select l.record_id, r.record_id, pairs.match_weight
    from intermediate.scored_pairs as pairs
    inner join intermediate.standardized_records as l on pairs.record_no_l = l.record_no
    inner join intermediate.standardized_records as r on pairs.record_no_r = r.record_no
    where pairs.decision_before_guards = '{decision}' order by 1, 2 limit 20
"""


@pytest.mark.parametrize("decision", ["match", "review", "related"])
def test_the_terms_of_an_explanation_sum_to_match_weight(demo_home, decision):
    pairs = query(demo_home.work, PAIR.format(decision=decision))
    assert pairs
    for left, right, weight in pairs:
        score = explain(demo_home, left, right).score
        assert score.match_weight == pytest.approx(weight, abs=1e-9)
        assert score.blocking_rule


def test_a_pair_that_no_rule_made_is_explained_by_the_same_comparison(demo_home):
    left, right = query(
        demo_home.work,
        """
        select min(record_id), max(record_id) from intermediate.standardized_records
        where party_type = 'person' and given_name_key is not null and family_name_key is not null
        """,
    )[0]
    found = explain(demo_home, left, right)
    assert found.score.blocking_rule is None
    assert {"prior", "person_name", "other_rival"} <= {term.name for term in found.score.terms}
    assert found.same_customer is False
    assert render(found)


def test_the_fresh_comparison_of_a_compared_pair_says_what_the_build_said(demo_home):
    from customer_master import explain as module  # noqa: PLC0415

    left, right, weight = query(demo_home.work, PAIR.format(decision="match"))[0]
    with duckdb.connect(str(demo_home.work), read_only=True) as database:
        numbers = sorted(module._record(database, record)["record_no"] for record in (left, right))
        assert module._fresh_score(database, demo_home, *numbers).match_weight == pytest.approx(weight, abs=1e-9)


def test_records_joined_through_others_show_the_path(demo_home):
    found = query(
        demo_home.work,
        """
        select l.record_id, r.record_id
        from intermediate.clusters as cl
        inner join intermediate.clusters as cr on cl.cluster_no = cr.cluster_no and cl.record_no < cr.record_no
        inner join intermediate.standardized_records as l on cl.record_no = l.record_no
        inner join intermediate.standardized_records as r on cr.record_no = r.record_no
        where not exists (
            select 1 from intermediate.match_edges as e
            where e.record_no_l = cl.record_no and e.record_no_r = cr.record_no
        )
        order by 1, 2 limit 1
        """,
    )
    assert found
    explanation = explain(demo_home, *found[0])
    assert explanation.path[0] in found[0]
    assert explanation.path[-1] in found[0]
    assert len(explanation.path) > 2
    assert "joined through" in explanation.verdict


def test_an_unknown_record_is_named(demo_home):
    known = query(demo_home.work, "select min(record_id) from intermediate.standardized_records")[0][0]
    with pytest.raises(BadInput, match="No record salesforce:account:nobody"):
        explain(demo_home, known, "salesforce:account:nobody")


def test_the_command_explains_a_pair_in_words(demo_home):
    [(left, right, _), *_] = query(demo_home.work, PAIR.format(decision="match"))
    code, said = run_cli(demo_home, "explain", left, right)
    assert code == 0, said
    assert "one customer" in said
    assert "match weight" in said


def test_a_customer_is_explained_by_the_links_that_hold_it_together(demo_home):
    record, customer, records, pairs, confidence = query(
        demo_home.work,
        """
        select record_id, customer_id, record_count, matching_pairs, confidence
        from governance.customer_match_quality
        inner join core.customer_crosswalk using (customer_id)
        where bridge_count > 0
        order by record_id limit 1
        """,
    )[0]
    found = explain_customer(demo_home, record)
    assert len(found.records) == records
    assert len(found.links) == records - 1
    assert found.matching_pairs == pairs
    assert min(link.probability for link in found.links) == confidence
    assert found.bridges
    assert "hang together by one link alone" in found.verdict
    assert all(link.evidence for link in found.links)
    assert explain_customer(demo_home, str(customer)).links == found.links
    code, said = run_cli(demo_home, "explain", str(customer))
    assert code == 0, said
    assert f"is made of {records} records" in said


def test_a_customer_of_one_record_and_pairs_that_were_cut(demo_home):
    alone = query(
        demo_home.work,
        "select min(record_id) from core.customer_crosswalk where customer_id > 0 "
        "group by customer_id having count(*) = 1 order by 1 limit 1",
    )[0][0]
    assert "no other matches it" in explain_customer(demo_home, alone).verdict
    cut, reason = query(
        demo_home.work,
        """
        select record_id, cut_reason from intermediate.cut_pairs
        inner join intermediate.standardized_records on record_no_l = record_no order by 1 limit 1
        """,
    )[0]
    assert reason in {link.kind for link in explain_customer(demo_home, cut).cut}


@pytest.mark.parametrize(("name", "message"), [("999999", "No customer 999999"), ("shop:x:1", "No record shop:x:1")])
def test_a_customer_that_is_not_there_is_named(demo_home, name, message):
    with pytest.raises(BadInput, match=message):
        explain_customer(demo_home, name)
