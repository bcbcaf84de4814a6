"""How well clusters and candidate pairs agree with the truth: pairwise precision, recall and F1, in SQL.

Pairs are never written out: a group of n records has n * (n - 1) / 2 of them.
"""

from __future__ import annotations

from dataclasses import dataclass

from duckdb import DuckDBPyConnection

# The clusters of a build as a relation (record_id, cluster_no).
CLUSTERS = (
    "(select record_id, cluster_no from intermediate.clusters inner join intermediate.source_records using (record_no))"
)
CLUSTER_SQL = """
with joined as (
    select t.entity_id, t.party_type, c.{cluster} as cluster
    from {truth} as t
    -- A record in no cluster is a cluster of its own.
    left join {crosswalk} as c using (record_id)
),

labelled as (
    select 'all' as party_type, entity_id, cluster, row_number() over () as record from joined
    union all
    select party_type, entity_id, cluster, row_number() over () from joined
),

grouped as (
    select party_type, entity_id, coalesce(cast(cluster as varchar), 'alone ' || record) as cluster, count(*) as n
    from labelled
    group by all
),

true_groups as (select party_type, entity_id, sum(n) as n from grouped group by all),

found_groups as (select party_type, cluster, sum(n) as n from grouped group by all),

true_pairs as (select party_type, sum(n * (n - 1) // 2) as pairs from true_groups group by all),

found_pairs as (select party_type, sum(n * (n - 1) // 2) as pairs from found_groups group by all),

correct_pairs as (select party_type, sum(n * (n - 1) // 2) as pairs from grouped group by all)

select party_type, cast(t.pairs as bigint), cast(f.pairs as bigint), cast(c.pairs as bigint)
from true_pairs as t
inner join found_pairs as f using (party_type)
inner join correct_pairs as c using (party_type)
order by party_type
"""

BLOCKING_SQL = """
with candidates as (
    select distinct least(record_id_l, record_id_r) as record_id_l, greatest(record_id_l, record_id_r) as record_id_r
    from {pairs}
    where record_id_l <> record_id_r
),

same as (
    select count(*) as pairs
    from candidates as p
    inner join {truth} as l on l.record_id = p.record_id_l
    inner join {truth} as r on r.record_id = p.record_id_r
    where l.entity_id = r.entity_id
)

select
    (select sum(n * (n - 1) // 2) from (select count(*) as n from {truth} group by entity_id)) as true_pairs,
    (select count(*) from candidates) as candidate_pairs,
    (select pairs from same) as found_pairs
"""


@dataclass(frozen=True)
class Score:
    """Counts of record pairs (expected ones are no whole numbers), and what follows from them; of no pair, perfect."""

    true_pairs: float
    found_pairs: int
    correct_pairs: float

    @property
    def precision(self) -> float:
        return self.correct_pairs / self.found_pairs if self.found_pairs else 1.0

    @property
    def recall(self) -> float:
        return self.correct_pairs / self.true_pairs if self.true_pairs else 1.0

    @property
    def f1(self) -> float:
        pairs = self.true_pairs + self.found_pairs
        return 2 * self.correct_pairs / pairs if pairs else 1.0


def score_clusters(
    connection: DuckDBPyConnection, crosswalk: str, truth: str = "raw.truth.records", cluster: str = "customer_id"
) -> dict[str, Score]:
    """Score a relation (record_id, customer_id) against the truth: overall ('all') and by party type."""
    rows = connection.execute(CLUSTER_SQL.format(crosswalk=crosswalk, truth=truth, cluster=cluster)).fetchall()
    return {party_type: Score(*counts) for party_type, *counts in rows}


def blocking_recall(connection: DuckDBPyConnection, pairs: str, truth: str = "raw.truth.records") -> Score:
    """Score candidate pairs (record_id_l, record_id_r): their recall is the share of true pairs compared."""
    true_pairs, candidates, same = connection.execute(BLOCKING_SQL.format(pairs=pairs, truth=truth)).fetchone()
    return Score(int(true_pairs or 0), candidates, same)
