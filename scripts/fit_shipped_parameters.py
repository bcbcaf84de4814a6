"""Fits seeds/rules/match_model_parameters.csv to made-up customers whose true entities are known.

    python scripts/fit_shipped_parameters.py [--customers 40000] [--seed 7] [--home target/fit]

What is shipped is where `customer-master train` starts and what it stays near; another seed than the demo's and the
benchmarks'. A compared pair is a match when the truth has one entity for it, related when the two entities share a
household or have a tie in the truth (employer, parent, colleague, sister company), else other, as are pairs drawn by
chance, each standing for many. Levels are counted in each class.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import duckdb
import numpy as np

from customer_master import pipeline, project, train
from customer_master.dbt import Dbt
from customer_master.home import Home

# How often each class shows each pattern. Colleagues: two people with one employer.
COUNTS = """
with employers as (
    select entity_id, employer_entity_id as shared from raw.truth.entities where employer_entity_id is not null
),

groups as (
    select entity_id, 'household ' || household_id as shared from raw.truth.households
    union all
    select entity_id, 'employer ' || shared from employers
    union
    select entity_id, 'parent ' || related_entity_id from raw.truth.relationships where relationship = 'subsidiary_of'
),

ties as (
    select distinct l.entity_id as entity_id_l, r.entity_id as entity_id_r
    from groups as l
    inner join groups as r using (shared)
    union
    select entity_id, related_entity_id from raw.truth.relationships
    union
    select related_entity_id, entity_id from raw.truth.relationships
),

entities as (
    select record_no, entity_id
    from raw.truth.records
    inner join intermediate.source_records using (record_id)
)

select
    pairs.match_model_no,
    pairs.pattern_no,
    case
        when l.entity_id = r.entity_id then 0
        when ties.entity_id_l is not null then 1
        else 2
    end as class,
    cast(count(*) as double)
from intermediate.compared_pairs as pairs
inner join entities as l on pairs.record_no_l = l.record_no
inner join entities as r on pairs.record_no_r = r.record_no
left join ties on l.entity_id = ties.entity_id_l and r.entity_id = ties.entity_id_r
group by all
union all
select match_model_no, pattern_no, 2, pair_count from intermediate.random_pattern_counts
"""
# Pairs that a class is given of every level that its comparison knows, so that nothing is impossible.
EVERY_LEVEL = 0.2


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--customers", type=int, default=40_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--home", type=Path, default=Path("target/fit"))
    options = parser.parse_args()
    home = Home(options.home.absolute())
    pipeline.generate(home, options.customers, options.seed)
    pipeline.build_without_tests(Dbt(home), *pipeline.PATTERN_MODELS)
    with duckdb.connect(str(home.work)) as connection:
        connection.execute(f"attach '{home.raw}' as raw (read_only)")
        found = np.array(connection.execute(COUNTS).fetchall(), dtype=np.float64)
    labels = {row[:3]: row[3] for row in train.read_rows()}
    rows = []
    for number, (match_model, levels) in enumerate(project.comparison_levels().items(), start=1):
        patterns, classes, counts = found[found[:, 0] == number][:, 1:].T
        patterns, classes = patterns.astype(np.int64), classes.astype(np.int64)
        shares = np.bincount(classes, counts, minlength=3)
        rows.append((match_model, train.SHARES, 0, labels[match_model, train.SHARES, 0], *(shares / shares.sum())))
        radix = 1
        for comparison, size in levels.items():
            seen = patterns // radix % (size + 1) - 1
            radix *= size + 1
            known = [level for level in range(size) if (match_model, comparison, level) in labels]
            table = np.stack([np.bincount(seen[k], counts[k], minlength=size)[known] for k in _by_class(seen, classes)])
            table = (table + EVERY_LEVEL) / (table + EVERY_LEVEL).sum(axis=1, keepdims=True)
            rows += [
                (match_model, comparison, level, labels[match_model, comparison, level], *table[:, place])
                for place, level in enumerate(known)
            ]
    train.write_rows(rows)
    print(f"{counts.sum():,} pairs of the last model; {len(rows)} rows written to {train.SEED}")


def _by_class(seen: np.ndarray, classes: np.ndarray) -> list[np.ndarray]:
    """The patterns of each class in which the comparison says something."""
    return [(seen >= 0) & (classes == number) for number in range(3)]


if __name__ == "__main__":
    main()
