"""How good the last build is by labels that a user has: what it got wrong, at which threshold, and what misled it.

Labels are a CSV or Parquet file, either a row a record (record_id, entity_id) or a row a pair (record_id_l,
record_id_r and, if some are known to be different, is_match). Pairs with a record that has no label are not judged.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import duckdb

from customer_master import warehouse
from customer_master.errors import BadInput
from customer_master.evaluation.scores import CLUSTERS, Score, score_clusters
from customer_master.home import Home

RECORDS = ("record_id", "entity_id")
PAIRS = ("record_id_l", "record_id_r")
THRESHOLDS = (0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99)


@dataclass(frozen=True)
class Misled:
    """Evidence that weighed most in wrong decisions: 'false match' or 'missed', the level, and in how many pairs."""

    error: str
    match_model: str
    comparison: str
    label: str
    pair_count: int


@dataclass(frozen=True)
class Evaluation:
    """customers, matches: pairs in one customer, pairs that match; compared: true pairs with a score, of all true ones;
    curve: pairs at or above each threshold; calibration: (from, pairs, mean probability, share of them true)."""

    labelled: int
    unknown: tuple[str, ...]
    customers: Score
    matches: Score
    compared: Score
    curve: tuple[tuple[float, Score], ...]
    calibration: tuple[tuple[float, int, float, float], ...]
    misled: tuple[Misled, ...]


def evaluate(home: Home, truth: Path) -> Evaluation:
    """Judges the last build by the labels in `truth`; BadInput when they are unreadable or of none of its records."""
    with warehouse.open_work(home) as connection:
        is_list = _read(connection, truth)
        unknown = _unknown(connection, truth, PAIRS if is_list else RECORDS[:1])
        if is_list:
            connection.execute(JUDGED_PAIRS)
            customers = Score(*connection.execute(PAIRS_IN_CUSTOMERS).fetchone())
        else:
            connection.execute(JUDGED_RECORDS)
            customers = score_clusters(connection, CLUSTERS, truth=f"({ENTITIES})", cluster="cluster_no")["all"]
        labelled = connection.execute("select count(*) from labelled").fetchone()[0]

        def found(where: str) -> Score:
            counts = f"select count(*), count(*) filter (is_match) from judged where {where}"
            return Score(customers.true_pairs, *connection.execute(counts).fetchone())

        return Evaluation(
            labelled=labelled,
            unknown=unknown,
            customers=customers,
            matches=found("decision = 'match'"),
            compared=found("match_probability is not null"),
            curve=tuple((threshold, found(f"match_probability >= {threshold}")) for threshold in THRESHOLDS),
            calibration=tuple(connection.execute(CALIBRATION).fetchall()),
            misled=tuple(Misled(*row) for row in connection.execute(MISLED).fetchall()),
        )


def _read(connection: duckdb.DuckDBPyConnection, truth: Path) -> bool:
    """Makes the temporary table `labels`; True when its rows are pairs."""
    if not truth.is_file():
        raise BadInput(f"--truth {truth}: there is no such file.", "Name a CSV or Parquet file.")
    path = str(truth).replace("'", "''")
    reading = f"read_parquet('{path}')" if truth.suffix == ".parquet" else f"read_csv('{path}', all_varchar = true)"
    try:
        connection.execute(f"create temp table labels as select * from {reading}")
    except duckdb.Error as error:
        reason = str(error).splitlines()[0]
        raise BadInput(f"--truth {truth} cannot be read: {reason}.", "Write it as CSV or Parquet.") from error
    columns = {column[0] for column in connection.execute("select * from labels limit 0").description}
    if columns.issuperset(PAIRS):
        if "is_match" not in columns:
            connection.execute("alter table labels add column is_match varchar default 'true'")
        bad = connection.execute("select is_match from labels where try_cast(is_match as boolean) is null").fetchone()
        if bad:
            raise BadInput(f"--truth {truth}: is_match holds {bad[0]!r}.", "Write true or false, 1 or 0.")
        return True
    if columns.issuperset(RECORDS):
        connection.execute("delete from labels where record_id is null or entity_id is null")
        repeated = connection.execute(
            "select record_id from labels group by record_id having count(distinct entity_id) > 1 order by 1 limit 1"
        ).fetchone()
        if repeated:
            raise BadInput(f"--truth {truth}: {repeated[0]} has two entities.", "Leave one row a record.")
        return False
    raise BadInput(
        f"--truth {truth} has the columns {', '.join(sorted(columns))}.",
        f"Give it {' and '.join(RECORDS)}, a row a record, or {' and '.join(PAIRS)}, a row a pair.",
    )


def _unknown(connection: duckdb.DuckDBPyConnection, truth: Path, columns: tuple[str, ...]) -> tuple[str, ...]:
    """Makes the temporary table `labelled`: the records of this build in `columns` of the labels. Returns others."""
    named = " union ".join(f"select distinct {column} as record_id from labels" for column in columns)
    connection.execute(f"create temp table labelled as {named}")
    rows = connection.execute(
        "select record_id from labelled anti join intermediate.source_records using (record_id) order by 1"
    ).fetchall()
    connection.execute(
        "delete from labelled where record_id not in (select record_id from intermediate.source_records)"
    )
    if not connection.execute("select count(*) from labelled").fetchone()[0]:
        raise BadInput(
            f"--truth {truth} labels no record of this build; its first one is {rows[0][0] if rows else 'missing'}.",
            "A record_id is system:object:key, as in core.customer_crosswalk.",
        )
    return tuple(record_id for (record_id,) in rows)


# A row a labelled record of this build.
ENTITIES = """
select distinct labels.record_id, labels.entity_id, records.record_no, records.party_type
from labels
inner join intermediate.standardized_records as records using (record_id)
"""
JUDGED_RECORDS = f"""
create temp table judged as
with entities as ({ENTITIES})
select
    scored.match_model,
    scored.pattern_no,
    scored.match_probability,
    scored.decision_before_guards as decision,
    l.entity_id = r.entity_id as is_match
from intermediate.scored_pairs as scored
inner join entities as l on scored.record_no_l = l.record_no
inner join entities as r on scored.record_no_r = r.record_no
"""
JUDGED_PAIRS = """
create temp table judged as
with numbered as (
    select record_id, source_records.record_no, clusters.cluster_no
    from intermediate.source_records
    inner join intermediate.clusters using (record_no)
),
listed as (
    select
        least(l.record_no, r.record_no) as record_no_l,
        greatest(l.record_no, r.record_no) as record_no_r,
        bool_or(l.cluster_no = r.cluster_no) as is_one_customer,
        bool_and(labels.is_match::boolean) as is_match
    from labels
    inner join numbered as l on labels.record_id_l = l.record_id
    inner join numbered as r on labels.record_id_r = r.record_id
    group by 1, 2
)
select
    scored.match_model,
    scored.pattern_no,
    scored.match_probability,
    scored.decision_before_guards as decision,
    listed.is_match,
    listed.is_one_customer
from listed
left join intermediate.scored_pairs as scored
    on listed.record_no_l = scored.record_no_l and listed.record_no_r = scored.record_no_r
"""
PAIRS_IN_CUSTOMERS = """
select
    count(*) filter (is_match), count(*) filter (is_one_customer), count(*) filter (is_one_customer and is_match)
from judged
"""
CALIBRATION = """
select
    least(floor(match_probability * 10), 9) / 10 as lowest,
    count(*),
    avg(match_probability),
    avg(is_match::integer)
from judged
where match_probability is not null
group by 1
order by 1
"""
MISLED = """
with
wrong as (
    select
        case when is_match then 'missed' else 'false match' end as error,
        match_model,
        pattern_no,
        count(*) as pair_count
    from judged
    where match_probability is not null and is_match <> (decision = 'match')
    group by all
),
ranked as (
    select
        wrong.*,
        terms.term,
        terms.label,
        row_number() over (
            partition by wrong.error, wrong.match_model, wrong.pattern_no
            order by case when wrong.error = 'missed' then terms.weight else -terms.weight end, terms.term_no
        ) as place
    from wrong
    inner join intermediate.match_explanation_terms as terms using (match_model, pattern_no)
    where terms.term not in ('prior', 'other_rival') and terms.label <> 'missing'
)
select error, match_model, replace(term, '_', ' '), label, sum(pair_count)::bigint
from ranked
where place = 1
group by error, match_model, term, label
qualify row_number() over (partition by error order by sum(pair_count) desc, label) <= 8
order by error, 5 desc, 4
"""
