"""A publication on Spark that is killed, at five points: what each leaves, to the next session and to its readers."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from customer_master.home import PROJECT_DIR

# Starts a session, says what the views read, publishes a next version, and kills itself and its JVM right after the
# first statement that begins as told.
PUBLISHING = """
import json, os, signal, sys
from pyspark.sql import SparkSession
from customer_master.home import Home
from customer_master.spark.publication import publish
from customer_master.spark.session import published_version, replace_behind_view, session

home = Home.current()
spark = session(home)
version = published_version(spark)
if not version:
    for schema in ("next_core", "inbox", "state"):
        spark.sql(f"create schema {schema}")
views = ("core.a", "core.b", "state.c", "inbox.build_runs")
read = {view: spark.sql(f"select * from {view}").collect() for view in views if spark.catalog.tableExists(view)}
print(json.dumps({"version": version} | {view: [row[0] for row in rows] for view, rows in read.items()}), flush=True)
for table in "abc":
    spark.sql(f"drop table if exists next_core.{table}")
    spark.sql(f"create table next_core.{table} using parquet as select {version + 1} as made_for")
replace_behind_view(spark, "inbox", "build_runs", f"select {version + 1} as run_no")

as_it_is = SparkSession.sql
def sql(self, text, *arguments, **named):
    done = as_it_is(self, text, *arguments, **named)
    if sys.argv[1:] and text.startswith(sys.argv[1]):
        os.killpg(0, signal.SIGKILL)
    return done
SparkSession.sql = sql
marts, states = {"core.a": "next_core.a", "core.b": "next_core.b"}, {"state.c": "next_core.c"}
publish(home, marts, states, version + 1, version + 1, [])
"""


def publish(home: Path, killed_after: str = "") -> dict[str, object]:
    """What the views read when the process started; it ended as it was told."""
    process = subprocess.run(
        [sys.executable, "-c", PUBLISHING, *([killed_after] if killed_after else [])],
        env=os.environ | {"CUSTOMER_MASTER_HOME": str(home), "PYTHONPATH": str(PROJECT_DIR), "DBT_TARGET": "spark"},
        capture_output=True,
        text=True,
        check=False,
        start_new_session=True,
    )
    assert process.returncode == (-signal.SIGKILL if killed_after else 0), process.stdout + process.stderr
    return json.loads(process.stdout.splitlines()[-1])


def whole(version: int, runs: list[int]) -> dict[str, object]:
    return {
        "version": version,
        "core.a": [version],
        "core.b": [version],
        "state.c": [version],
        "inbox.build_runs": runs,
    }


@pytest.mark.in_full
def test_a_crash_leaves_one_version_whole(tmp_path: Path) -> None:
    assert publish(tmp_path) == {"version": 0}
    # Half of a version's tables, and all of them: what was published stays; the next publication replaces them.
    assert publish(tmp_path, "create table core_v2.a") == whole(1, [])
    assert publish(tmp_path, "create table state_v2.c") == whole(1, [2])
    # Its last table is there, no view has turned; some have: the next session turns the rest.
    assert publish(tmp_path, "create table state_v2.publication") == whole(1, [2])
    assert publish(tmp_path, "create or replace view core.a") == whole(2, [2])
    # Version 4 is published, the inbox made anew and not yet swapped: its rows are counted once, as published ones.
    assert publish(tmp_path, "create table inbox.build_runs__") == whole(3, [3])
    assert publish(tmp_path) == whole(4, [4])
