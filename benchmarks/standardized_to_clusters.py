"""How long matching and clustering take: standardized records to clusters, in seconds and bytes of memory.

    python benchmarks/standardized_to_clusters.py [--records 1000000] [--home DIR] [--seed 42]

Generates customers, builds up to the standardized records once (kept in --home, so that a second run measures at
once), then builds blocking, comparison, training counts, scoring, components and guards in a process of its own and
prints the seconds of each model, the sum, the process's peak resident memory, and the clustered F1 against the truth.
Beside the seconds stands the time of a fixed DuckDB query (`yardstick`), so that machines can be compared.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import resource
import time
from pathlib import Path

import duckdb

from customer_master import pipeline
from customer_master.dbt import Dbt
from customer_master.evaluation.scores import CLUSTERS, score_clusters
from customer_master.home import Home

# A made-up customer is about 2.2 records.
RECORDS_PER_CUSTOMER = 2.214
PREPARED = ("path:models/staging", "path:models/intermediate/1_standardized", "path:seeds")


def prepare(home: Home, records: int, seed: int) -> None:
    """Raw tables and standardized records, where they are not there yet."""
    if not home.raw.exists():
        pipeline.generate(home, round(records / RECORDS_PER_CUSTOMER), seed)
    if not home.work.exists():
        build(home, "raw tables to standardized records", "--select", *PREPARED)


def measure(home: Home) -> None:
    """Runs the models between standardized records and clusters."""
    build(home, "standardized records to clusters", "--select", "+clusters", "--exclude", *PREPARED)


def build(home: Home, what: str, *selection: str) -> None:
    """Builds models and seeds without tests; prints what each of the slowest took, the sum and the peak memory."""
    dbt = Dbt(home)
    dbt.manifest()
    started = time.perf_counter()
    results = dbt.run("build", *selection, "--exclude-resource-type", "unit_test", "test")
    seconds = time.perf_counter() - started
    for result in sorted(results, key=lambda result: -result.execution_time)[:15]:
        print(f"{result.execution_time:8.2f} s  {result.node.name}")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(f"{seconds:8.2f} s  {what}, with dbt; peak memory {memory:.2f} GiB", flush=True)


def yardstick() -> float:
    """Seconds of a fixed DuckDB query on this machine."""
    with duckdb.connect() as connection:
        started = time.perf_counter()
        connection.execute("select count(distinct md5(cast(i % 1000000 as varchar))) from range(4000000) as t(i)")
        connection.fetchall()
        return time.perf_counter() - started


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--records", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=42)
    parser.add_argument("--home", type=Path, default=Path("target/benchmark"))
    options = parser.parse_args()
    home = Home(options.home.absolute())
    home.path.mkdir(parents=True, exist_ok=True)
    os.environ["CUSTOMER_MASTER_MATCH_PARAMETER_VERSION"] = "seed"
    for step in (lambda: prepare(home, options.records, options.seed), lambda: measure(home)):
        process = multiprocessing.get_context("fork").Process(target=step)
        process.start()
        process.join()
        if process.exitcode:
            raise SystemExit(process.exitcode)
    with duckdb.connect(str(home.work)) as connection:
        connection.execute(f"attach '{home.raw}' as raw (read_only)")
        records = connection.execute("select count(*) from intermediate.standardized_records").fetchone()[0]
        pairs = connection.execute("select count(*) from intermediate.compared_pairs").fetchone()[0]
        score = score_clusters(connection, CLUSTERS, cluster="cluster_no")["all"]
    print(f"{records:,} records, {pairs:,} pairs compared, clustered F1 {score.f1:.3f} (shipped parameters)")
    print(f"{yardstick():8.2f} s  yardstick: 4 million md5, counted distinct")


if __name__ == "__main__":
    main()
