"""`evaluate --truth`: the built demo judged by labels, a row a record or a row a pair."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest
from conftest import run_cli

from customer_master.dbt import Dbt, DbtFailed
from customer_master.errors import BadInput
from customer_master.evaluation.labels import evaluate
from customer_master.evaluation.scores import CLUSTERS, score_clusters


@pytest.fixture(scope="module")
def truth(demo_home, tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("truth") / "truth.csv"
    with duckdb.connect(str(demo_home.raw), read_only=True) as raw:
        raw.execute(f"copy (select record_id, entity_id from truth.records) to '{path}' (header)")
    return path


def test_records_with_entities(demo_home, truth):
    found = evaluate(demo_home, truth)
    with duckdb.connect(str(demo_home.work), read_only=True) as work:
        work.execute(f"attach '{demo_home.raw}' as raw (read_only)")
        expected = score_clusters(work, CLUSTERS, cluster="cluster_no")["all"]
    assert found.customers == expected
    assert not found.unknown
    assert found.compared.recall > found.matches.recall > 0.8
    recalls = [score.recall for _, score in found.curve]
    assert recalls == sorted(recalls, reverse=True)
    assert sum(pairs for _, pairs, _, _ in found.calibration) == found.compared.found_pairs
    assert {wrong.error for wrong in found.misled} == {"false match", "missed"}


def test_records_without_an_entity_and_repeated_rows_do_not_count(demo_home, truth, tmp_path):
    some = tmp_path / "some.csv"
    with duckdb.connect() as connection:
        rows = f"select * from '{truth}' order by record_id limit 2000"
        blank = f"select record_id, null as entity_id from '{truth}' anti join ({rows}) using (record_id)"
        connection.execute(f"copy ({rows}) to '{some}' (header)")
        found = evaluate(demo_home, some)
        connection.execute(f"copy (from ({rows}) union all from ({rows}) union all {blank}) to '{some}' (header)")
    again = evaluate(demo_home, some)
    assert (again.customers, again.matches, again.labelled) == (found.customers, found.matches, 2000)


def test_pairs_say_the_same_as_records(demo_home, truth, tmp_path):
    pairs = tmp_path / "pairs.parquet"
    with duckdb.connect() as connection:
        connection.execute(
            f"""
            copy (
                with truth as (from '{truth}')
                select r.record_id as record_id_l, l.record_id as record_id_r, true as is_match
                from truth as l inner join truth as r on l.entity_id = r.entity_id and l.record_id < r.record_id
            ) to '{pairs}' (format parquet)
            """
        )
    by_pairs, by_records = evaluate(demo_home, pairs), evaluate(demo_home, truth)
    assert by_pairs.customers.recall == by_records.customers.recall
    assert by_pairs.compared.recall == by_records.compared.recall
    assert by_pairs.customers.precision == 1.0


def test_floors_end_with_an_exit_code(demo_home, truth):
    floors = ("--least-precision", "0.5", "--least-recall")
    code, said = run_cli(demo_home, "evaluate", "--truth", str(truth), *floors, "0.5")
    assert code == 0, said
    assert "evidence that weighed most" in said
    code, said = run_cli(demo_home, "evaluate", "--truth", str(truth), *floors, "0.9999")
    assert code == 5
    assert "recall is 0.9" in said
    assert "below 0.9999" in said


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("record,entity\na,1\n", "has the columns entity, record"),
        ("record_id,entity_id\nshop:x:1,1\n", "labels no record of this build; its first one is shop:x:1"),
        ("record_id,entity_id\nshop:x:1,1\nshop:x:1,2\n", "shop:x:1 has two entities"),
        ("record_id_l,record_id_r,is_match\na,b,perhaps\n", "is_match holds 'perhaps'"),
    ],
)
def test_labels_that_cannot_be_used_say_why(demo_home, tmp_path, text, message):
    path = tmp_path / "truth.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadInput, match=message):
        evaluate(demo_home, path)


def test_a_file_that_is_not_there(demo_home, tmp_path):
    with pytest.raises(BadInput, match="no such file"):
        evaluate(demo_home, tmp_path / "truth.csv")


def test_a_build_below_a_floor_on_labelled_pairs_fails(own_home):
    """The dbt test on customer_crosswalk, with pairs of the truth as labels."""
    with duckdb.connect(str(own_home.work)) as work:
        assert work.execute("select count(*) from rules.match_labels").fetchone() == (0,)
        work.execute(f"attach '{own_home.raw}' as raw (read_only)")
        work.execute(
            """
            insert into rules.match_labels
            select l.record_id, r.record_id, l.entity_id = r.entity_id
            from raw.truth.records as l
            inner join raw.truth.records as r
                on l.record_id < r.record_id and (l.entity_id = r.entity_id or hash(l.record_id, r.record_id) % 500 = 0)
            """
        )
    tests = ("test", "--select", "customer_crosswalk,test_name:agrees_with_labels")
    assert "pass" in [str(result.status) for result in Dbt(own_home).run(*tests)]
    with duckdb.connect(str(own_home.work)) as work:
        work.execute("update rules.match_labels set is_match = not is_match")
    with pytest.raises(DbtFailed, match="agrees_with_labels"):
        Dbt(own_home).run(*tests)
