"""The evaluation against pairs counted one by one."""

from itertools import combinations

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from customer_master.evaluation.scores import Score, blocking_recall, score_clusters


def connection_with(records: list[tuple]) -> duckdb.DuckDBPyConnection:
    """records: (record_id, entity_id, party_type, customer_id or None)"""
    connection = duckdb.connect()
    connection.execute("create table truth (record_id varchar, entity_id bigint, party_type varchar)")
    connection.execute("create table crosswalk (record_id varchar, customer_id bigint)")
    connection.executemany("insert into truth values (?, ?, ?)", [r[:3] for r in records])
    mapped = [(r[0], r[3]) for r in records if r[3] is not None]
    if mapped:
        connection.executemany("insert into crosswalk values (?, ?)", mapped)
    return connection


def counted(records: list[tuple]) -> Score:
    true = found = correct = 0
    for left, right in combinations(records, 2):
        same, together = left[1] == right[1], left[3] is not None and left[3] == right[3]
        true, found, correct = true + same, found + together, correct + (same and together)
    return Score(true, found, correct)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(1, 4), st.sampled_from(["person", "organization"]), st.none() | st.integers(1, 4)),
        min_size=1,
        max_size=12,
    )
)
def test_scores_equal_pairs_counted_one_by_one(rows):
    # An entity is of one party type.
    records = [
        (f"r{n}", entity * 2 + (kind == "person"), kind, customer) for n, (entity, kind, customer) in enumerate(rows)
    ]
    scores = score_clusters(connection_with(records), "crosswalk", truth="truth")
    assert scores["all"] == counted(records)
    for kind in {r[2] for r in records}:
        assert scores[kind] == counted([r for r in records if r[2] == kind])


def test_precision_recall_and_f1_of_one_wrong_and_one_missed_record():
    records = [("a", 1, "person", 1), ("b", 1, "person", 1), ("c", 1, "person", 2), ("d", 2, "person", 2)]
    score = score_clusters(connection_with(records), "crosswalk", truth="truth")["all"]
    assert (score.precision, score.recall) == (1 / 2, 1 / 3)
    assert score.f1 == pytest.approx(0.4)


def test_blocking_recall_counts_each_pair_once_in_either_order():
    records = [("a", 1, "person", 1), ("b", 1, "person", 1), ("c", 1, "person", 1), ("d", 2, "person", 2)]
    connection = connection_with(records)
    connection.execute(
        "create table pairs as from (values ('a', 'b'), ('b', 'a'), ('c', 'd')) as t(record_id_l, record_id_r)"
    )
    assert blocking_recall(connection, "pairs", truth="truth") == Score(true_pairs=3, found_pairs=2, correct_pairs=1)
