"""How hard the generated customers are: the clustered pairwise F1 of Splink 5 with a good configuration.

Splink lives in an environment of its own (it is a peer, not a dependency):
    python -m venv /some/venv && /some/venv/bin/pip install splink==5.0.0 duckdb==1.5.5
    customer-master generate --customers 44500 --seed 42        # about 100,000 records
    /some/venv/bin/python benchmarks/generator_difficulty.py data/raw.duckdb
Persons and organizations are matched apart, as somebody who knows Splink would. Printed: F1 at each threshold (0.95 is
the one to use; the best is chosen with the truth in hand), and whom it mistakes for whom.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import duckdb
import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import Linker, SettingsCreator, block_on
from splink.internals.duckdb.database_api import DuckDBAPI

FLATTEN = (Path(__file__).resolve().parent / "generator_difficulty.sql").read_text(encoding="utf-8")
THRESHOLDS = (0.5, 0.8, 0.9, 0.95, 0.99, 0.999, 0.9999)


def person_settings() -> SettingsCreator:
    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.ForenameSurnameComparison("given", "family").configure(term_frequency_adjustments=True),
            cl.DateOfBirthComparison("birth_date", input_is_string=True),
            cl.EmailComparison("email").configure(term_frequency_adjustments=True),
            cl.ExactMatch("phone").configure(term_frequency_adjustments=True),
            address_comparison(),
            cl.JaroWinklerAtThresholds("company", 0.9).configure(term_frequency_adjustments=True),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("email"),
            block_on("phone"),
            block_on("given", "family", "country"),
            block_on("birth_date", "family"),
            block_on("birth_date", "given"),
            block_on("postal", "family"),
            block_on("postal", "street", "given"),
            block_on("company", "family"),
        ],
        retain_matching_columns=False,
    )


def organization_settings() -> SettingsCreator:
    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.JaroWinklerAtThresholds("company", [0.95, 0.88]).configure(term_frequency_adjustments=True),
            cl.ExactMatch("tax_number"),
            cl.EmailComparison("email").configure(term_frequency_adjustments=True),
            cl.ExactMatch("phone").configure(term_frequency_adjustments=True),
            address_comparison(),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("tax_number"),
            block_on("email"),
            block_on("phone"),
            block_on("company"),
            block_on("substr(company, 1, 6)", "postal"),
            block_on("postal", "street"),
        ],
        retain_matching_columns=False,
    )


def address_comparison() -> cl.CustomComparison:
    return cl.CustomComparison(
        output_column_name="address",
        comparison_levels=[
            cll.NullLevel("postal"),
            cll.And(cll.ExactMatchLevel("postal"), cll.ExactMatchLevel("street"), cll.ExactMatchLevel("house_number")),
            cll.And(cll.ExactMatchLevel("postal"), cll.JaroWinklerLevel("street", 0.9)),
            cll.ExactMatchLevel("postal"),
            cll.ExactMatchLevel("city"),
            cll.ElseLevel(),
        ],
    )


def clusters(connection, table: str, settings: SettingsCreator, training: list, deterministic: list):
    api = DuckDBAPI(connection)
    linker = Linker(api.register(table), settings, log_level=40)
    linker.training.estimate_probability_two_random_records_match(deterministic, recall=0.6)
    linker.training.estimate_u_using_random_sampling(max_pairs=5e6, seed=1)
    for rule in training:
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    predictions = linker.inference.predict(threshold_match_probability=0.01)
    for threshold in THRESHOLDS:
        found = linker.clustering.cluster_pairwise_predictions_at_threshold(predictions, threshold)
        connection.execute(
            f"insert into found select {threshold}, '{table}', cluster_id, unique_id from {found.physical_name}"
        )


def main(raw: str) -> None:
    connection = duckdb.connect()
    connection.execute(f"attach '{raw}' as raw (read_only)")
    connection.execute(FLATTEN)
    connection.execute("create table found (threshold double, part varchar, cluster_id varchar, record_id varchar)")
    started = time.time()
    clusters(
        connection, "persons", person_settings(),
        [block_on("email"), block_on("birth_date", "family"), block_on("given", "family", "postal")],
        [block_on(other, "given", "family") for other in ("email", "birth_date", "phone")],
    )  # fmt: skip
    clusters(
        connection, "organizations", organization_settings(),
        [block_on("company"), block_on("phone"), block_on("tax_number")],
        [block_on("company", "postal"), block_on("tax_number")],
    )  # fmt: skip
    print(f"Splink: {time.time() - started:.0f} s")
    connection.sql(
        """
        with joined as (select f.*, t.entity_id, t.party_type from found f join raw.truth.records t using (record_id)),
        parts as (select *, 'all' as scope from joined union all select *, party_type from joined),
        expected as (select threshold, scope, sum(n * (n - 1) / 2) as pairs from (
            select threshold, scope, entity_id, count(*) as n from parts group by all) group by all),
        predicted as (select threshold, scope, sum(n * (n - 1) / 2) as pairs from (
            select threshold, scope, part, cluster_id, count(*) as n from parts group by all) group by all),
        correct as (select threshold, scope, sum(n * (n - 1) / 2) as pairs from (
            select threshold, scope, part, cluster_id, entity_id, count(*) as n from parts group by all) group by all)
        select threshold, scope, round(c.pairs / p.pairs, 4) as precision, round(c.pairs / e.pairs, 4) as recall,
            round(2 * c.pairs / (p.pairs + e.pairs), 4) as f1
        from correct c join expected e using (threshold, scope) join predicted p using (threshold, scope)
        order by scope, threshold
        """
    ).show(max_rows=100)
    print("Whom Splink mistakes for each other at 0.95 (wrong pairs of records in one cluster):")
    connection.sql(
        """
        with members as (select f.part, f.cluster_id, e.* from found f
            join raw.truth.records t using (record_id) join raw.truth.entities e using (entity_id)
            where f.threshold = 0.95)
        select l.part, case
                when l.household_id = r.household_id then 'one household'
                when l.employer_entity_id = r.employer_entity_id then 'colleagues'
                when coalesce(l.parent_entity_id, l.entity_id)
                    = coalesce(r.parent_entity_id, r.entity_id) then 'one group'
                when l.display_name = r.display_name then 'one name'
                else 'others' end as relation, count(*) // 2 as pairs
        from members l join members r using (part, cluster_id)
        where l.entity_id <> r.entity_id
        group by all order by all
        """
    ).show()


if __name__ == "__main__":
    main(sys.argv[1])
