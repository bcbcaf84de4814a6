"""What readers may rely on: the same input gives the same rows, a failed build changes no id, and nobody sees half."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from conftest import change_raw, core_tables, digest, query

from customer_master import pipeline
from customer_master.dbt import Dbt
from customer_master.errors import CustomerMasterError, ExitCode
from customer_master.home import Home


@contextmanager
def failing_test(home: Home, name: str = "grain_build_runs_") -> Iterator[None]:
    """Makes one data test of the project find a row."""
    node = Dbt(home).manifest().nodes
    [test] = [node for key, node in node.items() if key.startswith(f"test.customer_master.{name}")]
    code, test.raw_code = test.raw_code, "select 1 as broken"
    try:
        yield
    finally:
        test.raw_code = code


def test_the_same_input_gives_the_same_rows_however_it_is_built(own_home: Home) -> None:
    first = core_tables(own_home)
    assert len(first["dim_customer"]) > 100
    pipeline.build(own_home)
    assert core_tables(own_home) == first
    pipeline.build(own_home, full_refresh=True)
    assert core_tables(own_home) == first
    own_home.work.unlink()
    pipeline.build(own_home)
    assert core_tables(own_home) == first
    versions = "select published_version from governance.build_runs where status = 'published' order by run_no"
    assert query(own_home.published, versions) == [(1,), (2,), (3,), (4,)]


def test_a_build_that_fails_a_test_after_merging_two_customers_changes_no_id(own_home: Home) -> None:
    crosswalk = "select record_id, customer_id from core.customer_crosswalk order by record_id"
    before, published = digest(own_home.published), query(own_home.published, crosswalk)
    (one, _), (other, _) = query(
        own_home.published,
        "select substr(min(record_id), 20) as id, customer_id from core.customer_crosswalk "
        "where record_id like 'salesforce:account:%' group by customer_id order by customer_id limit 2",
    )
    change_raw(
        own_home,
        f"update salesforce.account set master_record_id = '{one}', is_deleted = true where id = '{other}'",
    )
    with failing_test(own_home), pytest.raises(CustomerMasterError, match="grain_build_runs_") as problem:
        pipeline.build(own_home)
    assert problem.value.exit_code == ExitCode.TESTS_FAILED
    assert digest(own_home.published) == before
    merged = dict(query(own_home.work, crosswalk))
    accounts = [f"salesforce:account:{key}" for key in (one, other)]
    assert merged[accounts[0]] == merged[accounts[1]], "the failed build did merge them"
    with pytest.raises(CustomerMasterError, match="failed") as problem:
        pipeline.publish(own_home, [])
    assert problem.value.exit_code == ExitCode.NOT_PUBLISHABLE

    change_raw(
        own_home,
        f"update salesforce.account set master_record_id = null, is_deleted = false where id = '{other}'",
    )
    pipeline.build(own_home)
    assert query(own_home.published, crosswalk) == published
    runs = query(own_home.published, "select status, published_version from governance.build_runs order by run_no")
    assert runs[-2:] == [("failed", None), ("published", 2)]


READER = """
import json, sys, time, duckdb
from pathlib import Path
path, stop = sys.argv[1], Path(sys.argv[2])
seen = set()
while True:
    last = stop.exists()
    with duckdb.connect(path, read_only=True) as connection:
        one = lambda sql: connection.execute(sql).fetchone()
        seen.add((
            one("select max(published_version) from governance.build_runs")[0],
            one("select max(published_version) from state.build_runs")[0],
            one("select count(*) from core.dim_customer where display_name like 'Markerbuild%'")[0],
            one("select max(display_name) from core.dim_customer where display_name like 'Markerbuild%'")[0],
            one("select count(*) from core.customer_crosswalk c anti join core.dim_customer d using (customer_id)")[0],
            one("select count(*) from core.dim_customer d anti join state.customer_registry r "
                "on r.customer_id = d.customer_id where d.customer_id > 0")[0],
        ))
    if last:
        break
    time.sleep(0.1)
print(json.dumps(sorted(seen, key=str)))
"""


def test_readers_never_see_an_error_a_mixture_or_a_failed_build(own_home: Home, tmp_path) -> None:
    stop = tmp_path / "stop"
    readers = [
        subprocess.Popen(
            [sys.executable, "-c", READER, str(own_home.published), str(stop)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    good, version = {1: None}, 1
    for number in range(1, 11):
        change_raw(
            own_home,
            "delete from stripe.customer where id = 'cus_marker'",
            "insert into stripe.customer (id, name, email, created) values "
            f"('cus_marker', 'Markerbuild {chr(64 + number)} Limited', 'mark{number}@marker.example', '2026-01-01')",
        )
        if number in (3, 6, 9):
            with failing_test(own_home), pytest.raises(CustomerMasterError):
                pipeline.build(own_home)
        else:
            pipeline.build(own_home)
            version += 1
            good[version] = f"Markerbuild {chr(64 + number)} Limited"
    stop.touch()
    for reader in readers:
        output, trace = reader.communicate(timeout=300)
        assert reader.returncode == 0, trace
        seen = json.loads(output)
        assert {row[0] for row in seen} >= {1, 8}, "the reader was there from the first version to the last"
        for published, state, markers, marker, unknown_customers, unregistered in seen:
            assert published == state
            assert marker == good[published]
            assert markers == (marker is not None)
            assert (unknown_customers, unregistered) == (0, 0)
