"""Splink 5 on one labelled set: scored pairs and the seconds of each phase.

    python splink_peer.py FOLDER PAIRS.parquet documented|tuned

documented: as Splink's own demos link fake_1000 (tutorial) and FEBRL (deduplicate and link demos), pseudopeople (its
demo's columns). tuned: separate comparisons of given and family name with term frequencies, contact points compared
(addresses only where there are no households), blocking on each, u from random pairs, m from blocks of names, of births
and of mailboxes. Prints JSON: seconds by phase and peak memory in MB. PAIRS: row_number_l, row_number_r, probability.
"""

from __future__ import annotations

import json
import logging
import sys
import time
from pathlib import Path

STARTED = time.perf_counter()

import duckdb  # noqa: E402
import splink.comparison_library as cl  # noqa: E402
from peak import peak_memory  # noqa: E402
from prepared_records import family_of, prepare  # noqa: E402
from splink import DuckDBAPI, Linker, SettingsCreator, block_on  # noqa: E402

LOWEST = 0.01

DOCUMENTED = {
    # Its tutorial, with every value as a block and the rules of its README: the best of 24 settings.
    "fake_1000": {
        "comparisons": lambda: [
            cl.NameComparison("given").configure(term_frequency_adjustments=True),
            cl.NameComparison("family").configure(term_frequency_adjustments=True),
            cl.DateOfBirthComparison("birth_date", input_is_string=True),
            cl.ExactMatch("city").configure(term_frequency_adjustments=True),
            cl.EmailComparison("email"),
        ],
        "blocking": [("given",), ("family",), ("birth_date",), ("email",), ("city",)],
        "certain": [
            "l.given = r.given and levenshtein(r.birth_date, l.birth_date) <= 1",
            "l.family = r.family and levenshtein(r.birth_date, l.birth_date) <= 1",
            "l.given = r.given and levenshtein(r.family, l.family) <= 2",
            block_on("email"),
        ],
        "recall": 0.7,
        "train": [("family",), ("birth_date",)],
    },
    # demos/examples/duckdb/febrl3.ipynb and febrl4.ipynb
    "febrl": {
        "comparisons": lambda: [
            cl.NameComparison("given").configure(term_frequency_adjustments=True),
            cl.NameComparison("family").configure(term_frequency_adjustments=True),
            cl.DamerauLevenshteinAtThresholds("birth_date", [1, 2]),
            cl.DamerauLevenshteinAtThresholds("national_id", [1, 2]),
            cl.ExactMatch("house_number").configure(term_frequency_adjustments=True),
            cl.DamerauLevenshteinAtThresholds("postcode", [1, 2]).configure(term_frequency_adjustments=True),
        ],
        "blocking": [
            ("given", "family"), ("national_id",), ("postcode", "birth_date"), ("family", "birth_date"),
            ("given", "birth_date"), ("house_number", "street"), ("postcode", "given"),
        ],
        "certain": [block_on("national_id"), block_on("given", "family", "birth_date")],
        "recall": 0.8,
        "train": [("birth_date",), ("postcode",)],
    },
    # demos/examples/duckdb/pseudopeople-acs.ipynb
    "pseudopeople": {
        "comparisons": lambda: [
            cl.JaroWinklerAtThresholds("given", 0.9).configure(term_frequency_adjustments=True),
            cl.ExactMatch("middle"),
            cl.JaroWinklerAtThresholds("family", 0.9).configure(term_frequency_adjustments=True),
            cl.DamerauLevenshteinAtThresholds("birth_date", [1, 2]),
            cl.DamerauLevenshteinAtThresholds("national_id", [1, 2]),
            cl.JaroWinklerAtThresholds("street", 0.9),
            cl.ExactMatch("house_number"),
        ],
        "blocking": [
            ("given", "family"), ("national_id",), ("given", "birth_date"), ("family", "birth_date"),
            ("street", "house_number", "given"),
        ],
        "certain": [block_on("national_id"), block_on("given", "family", "birth_date")],
        "recall": 0.7,
        "train": [("given", "family"), ("birth_date",)],
    },
}  # fmt: skip

TUNED = {
    "given": lambda: cl.NameComparison("given").configure(term_frequency_adjustments=True),
    "family": lambda: cl.NameComparison("family").configure(term_frequency_adjustments=True),
    "middle": lambda: cl.ExactMatch("middle"),
    "organization": lambda: cl.JaroWinklerAtThresholds("organization", [0.95, 0.88]).configure(
        term_frequency_adjustments=True
    ),
    "birth_date": lambda: cl.DamerauLevenshteinAtThresholds("birth_date", [1, 2]),
    "email": lambda: cl.EmailComparison("email"),
    "phone": lambda: cl.ExactMatch("phone").configure(term_frequency_adjustments=True),
    "national_id": lambda: cl.DamerauLevenshteinAtThresholds("national_id", [1, 2]),
    "street": lambda: cl.JaroWinklerAtThresholds("street", [0.9]),
    "house_number": lambda: cl.ExactMatch("house_number"),
    "postcode": lambda: cl.LevenshteinAtThresholds("postcode", [1]),
    "city": lambda: cl.ExactMatch("city").configure(term_frequency_adjustments=True),
}
TUNED_BLOCKING = [
    ("email",), ("phone",), ("national_id",), ("given", "birth_date"), ("family", "birth_date"),
    ("given", "family", "postcode"), ("given", "family", "city"), ("given", "street", "house_number"),
    ("family", "street", "house_number"), ("organization", "postcode"), ("organization", "city"),
]  # fmt: skip
ADDRESS = {"street", "house_number", "postcode", "city"}
# Where records are few every value is a block.
SMALL_BLOCKING = [
    ("given",), ("family",), ("birth_date",), ("email",), ("city", "postcode"), ("national_id",), ("street",),
]  # fmt: skip


def settings_of(family: str, columns: list[str], way: str) -> dict:
    if way == "documented":
        return {
            "comparisons": (said := DOCUMENTED[family])["comparisons"](),
            **{k: said[k] for k in said if k != "comparisons"},
        }
    held = set(columns)
    # Where households are, addresses make chains of them: left out, Splink is better (.887 instead of .775 at 100,000).
    compared = held - ADDRESS if family in ("generated", "pseudopeople") else held
    # A million records have tens of millions of pairs with equal names: too many to learn from in seconds.
    large = [("email",), ("family", "birth_date"), ("given", "birth_date")]
    learned_from = large if family == "generated" else [("given", "family"), ("birth_date",), ("email",)]
    pairs = [("given", "family", "birth_date"), ("email", "family"), ("phone", "family"), ("national_id",)]
    return {
        "comparisons": [make() for name, make in TUNED.items() if name in compared],
        "blocking": [
            rule for rule in (TUNED_BLOCKING if family == "generated" else SMALL_BLOCKING) if held.issuperset(rule)
        ],
        "certain": [block_on(*rule) for rule in pairs if held.issuperset(rule)],
        "recall": 0.8,
        "train": [rule for rule in learned_from if held.issuperset(rule)],
    }


def main(folder: Path, out: Path, way: str) -> None:
    logging.disable(logging.WARNING)
    seconds = {"start": time.perf_counter() - STARTED}

    def lap(name: str) -> None:
        seconds[name] = time.perf_counter() - STARTED - sum(seconds.values())

    connection = duckdb.connect()
    connection.execute("set threads = 2")
    columns = prepare(connection, folder)
    lap("read")
    said = settings_of(family_of(folder), columns, way)
    links = folder.name == "febrl4"
    settings = SettingsCreator(
        link_type="link_only" if links else "dedupe_only",
        unique_id_column_name="row_number",
        comparisons=said["comparisons"],
        blocking_rules_to_generate_predictions=[block_on(*rule) for rule in said["blocking"]],
    )
    api = DuckDBAPI(connection)
    if links:
        tables = [
            api.register(
                connection.table("records").filter(f"source = '{name}'").to_arrow_table(), dataset_display_name=name
            )
            for name in ("a", "b")
        ]
    else:
        tables = api.register("records")
    linker = Linker(tables, settings)
    training = linker.training
    training.estimate_probability_two_random_records_match(said["certain"], recall=said["recall"])
    training.estimate_u_using_random_sampling(max_pairs=2_000_000, seed=1)
    for rule in said["train"]:
        training.estimate_parameters_using_expectation_maximisation(block_on(*rule))
    lap("train")
    scored = linker.inference.predict(threshold_match_probability=LOWEST)
    lap("predict")
    linker.clustering.cluster_pairwise_predictions_at_threshold(scored, threshold_match_probability=0.95)
    lap("cluster")
    memory = peak_memory()
    connection.execute(
        f"copy (select row_number_l, row_number_r, match_probability as probability from {scored.physical_name})"
        f" to '{out}' (format parquet)"
    )
    print(json.dumps({"seconds": seconds, "memory": memory}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
