"""What a build says about itself without labels, held against the generator's truth."""

from __future__ import annotations

from html.parser import HTMLParser
from itertools import permutations
from pathlib import Path

import duckdb
import numpy as np
import pytest
from conftest import run_cli

from customer_master.comparing import patterns_of_themselves
from customer_master.errors import BadInput
from customer_master.evaluation.report import EvaluationPage, render
from customer_master.evaluation.scores import CLUSTERS, blocking_recall, score_clusters
from customer_master.evaluation.self_check import SelfCheck, chao, exact_sum, self_check
from customer_master.home import Home
from customer_master.project import comparison_levels
from customer_master.train import patterns_of


@pytest.fixture(scope="module")
def check(demo_home) -> SelfCheck:
    return self_check(demo_home)


def test_expectations_are_near_the_truth(demo_home, check):
    with duckdb.connect(str(demo_home.work), read_only=True) as work:
        work.execute(f"attach '{demo_home.raw}' as raw (read_only)")
        customers = score_clusters(work, CLUSTERS, cluster="cluster_no")["all"]
        pairs = (
            "(select l.record_id as record_id_l, r.record_id as record_id_r from intermediate.compared_pairs as pairs "
            "inner join intermediate.source_records as l on pairs.record_no_l = l.record_no "
            "inner join intermediate.source_records as r on pairs.record_no_r = r.record_no)"
        )
        compared = blocking_recall(work, pairs)
    assert check.customers.found_pairs == customers.found_pairs
    assert check.customers.f1 == pytest.approx(customers.f1, abs=0.03)
    assert check.customers.true_pairs == pytest.approx(customers.true_pairs, rel=0.03)
    assert check.compared == pytest.approx(compared.recall, abs=0.01)
    assert check.compared < 1


def test_chao_finds_what_no_rule_made():
    random = np.random.default_rng(3)
    for chance in (0.1, 0.2, 0.4):
        made = random.binomial(10, chance, 20_000)
        unseen = int((made == 0).sum())
        assert chao((made == 1).sum(), (made == 2).sum()) == pytest.approx(unseen, rel=0.25, abs=100)
    assert chao(0, 0) == 0
    assert chao(4, 0) == 6


def test_records_are_compared_with_themselves_at_the_highest_levels(demo_home, check):
    with duckdb.connect(str(demo_home.work), read_only=True) as work:
        shown = patterns_of_themselves(work, demo_home)
        persons = work.execute("select count(*) from intermediate.person_features").fetchone()[0]
        filled = work.execute(
            "select count(*) from intermediate.person_features where record_no in "
            "(select record_no from intermediate.record_keys where key_kind = 'identifier')"
        ).fetchone()[0]
    levels = comparison_levels()["person"]
    patterns = patterns_of(levels, *np.array([(p, n) for model, p, n in shown if model == 1]).T)
    assert patterns.pair_count == persons
    identifier = patterns.levels[:, patterns.comparisons.index("identifier")]
    assert set(identifier) == {-1, levels["identifier"] - 1}
    assert patterns.counts[identifier >= 0].sum() == filled
    birth_date = patterns.levels[:, patterns.comparisons.index("birth_date")]
    # A year alone is the same as far as it goes.
    assert set(birth_date) == {-1, levels["birth_date"] - 2, levels["birth_date"] - 1}
    [person, organization] = check.unlinkable
    assert person.record_count == persons
    assert 0 < person.unlinkable_count < 0.05 * persons
    assert organization.match_model == "organization"


def test_resampled_parameters_decide_nearly_all_pairs_alike(demo_home, check):
    assert {row.match_model for row in check.stability} == {"person", "organization"}
    assert all(0.97 < row.least <= row.mean <= 1 for row in check.stability)
    assert self_check(demo_home) == check


def test_a_sum_does_not_depend_on_the_order_of_rows():
    # In doubles, .1 + .2 + .3 is .6 or .6000000000000001.
    orders = [list(order) for order in permutations((0.1, 0.2, 0.3, 0.7))]
    sums = [
        duckdb.execute(f"select {exact_sum('p')} from (select unnest(?) as p)", [order]).fetchone() for order in orders
    ]
    assert set(sums) == {(1.3,)}
    some = duckdb.execute(f"select {exact_sum('p', 'p < .25')} from (select unnest(?) as p)", [orders[0]]).fetchone()
    assert some == (0.3,)


def test_a_home_without_a_build_says_what_to_do(tmp_path):
    with pytest.raises(BadInput, match="no build"):
        self_check(Home(tmp_path))


class Tags(HTMLParser):
    """Fails on tags that are closed in another order than they were opened."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list) -> None:
        """<meta ... /> opens nothing."""

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_is_whole_without_labels(check):
    page = render(EvaluationPage("a home", check))
    parser = Tags()
    parser.feed(page)
    assert not parser.open
    assert f"Expected F1 {check.customers.f1:.3f}" in page
    assert "What misled" not in page


def test_the_command_writes_the_page_with_plots(demo_home, tmp_path):
    truth, page = tmp_path / "truth.csv", tmp_path / "page.html"
    with duckdb.connect(str(demo_home.raw), read_only=True) as raw:
        raw.execute(f"copy (select record_id, entity_id from truth.records) to '{truth}' (header)")
    code, said = run_cli(demo_home, "evaluate", "--truth", str(truth), "--html", str(page))
    assert code == 0, said
    assert "expected, without labels" in said
    text = Path(page).read_text(encoding="utf-8")
    parser = Tags()
    parser.feed(text)
    assert not parser.open
    assert "4,488 labelled records" in text
    # A point a threshold on the lines of precision and recall, one a bin of the calibration.
    assert text.count("<circle") == 13 + 13 + 10
    code, said = run_cli(demo_home, "evaluate", "--least-recall", "0.9999")
    assert code == 5
    assert "recall is expected to be 0.9" in said
