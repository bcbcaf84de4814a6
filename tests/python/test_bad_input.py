"""Bad input and bad luck: what is said, which exit code, and that the published file stays byte for byte."""

from __future__ import annotations

import resource
import signal
import time

import duckdb
import pytest
from conftest import change_raw, digest, query, run_cli, start_cli

from customer_master import pipeline
from customer_master.errors import CustomerMasterError, ExitCode
from customer_master.home import Home


@pytest.mark.parametrize(
    ("statement", "names"),
    [
        ("drop table sap.adrc", ["sap.adrc"]),
        ("drop schema stripe cascade", ["stripe.customer"]),
        ("alter table salesforce.contact drop column last_name", ["salesforce.contact", "last_name"]),
        ("alter table stripe.customer alter id type integer[] using [1]", ["stripe.customer", "id"]),
    ],
)
def test_a_raw_table_that_is_not_as_declared_is_named_before_the_build(
    own_home: Home, statement: str, names: list[str]
) -> None:
    before = digest(own_home.published)
    change_raw(own_home, statement)
    with pytest.raises(CustomerMasterError) as problem:
        pipeline.build(own_home)
    assert problem.value.exit_code == ExitCode.BAD_INPUT
    for name in names:
        assert name in problem.value.message
    assert problem.value.todo
    assert digest(own_home.published) == before


def test_the_command_line_says_it_and_exits_with_the_documented_code(own_home: Home) -> None:
    change_raw(own_home, "drop table sap.adrc")
    exit_code, said = run_cli(own_home, "build")
    assert exit_code == ExitCode.BAD_INPUT
    assert "sap.adrc" in said
    assert "Traceback" not in said


def test_no_raw_tables_at_all(tmp_path) -> None:
    home = Home(tmp_path / "home")
    with pytest.raises(CustomerMasterError, match="customer-master generate") as problem:
        pipeline.build(home)
    assert problem.value.exit_code == ExitCode.BAD_INPUT


def test_an_emptied_table_and_a_duplicated_key_are_named_and_not_published(own_home: Home) -> None:
    before = digest(own_home.published)
    change_raw(
        own_home,
        "delete from stripe.customer",
        "insert into sap.kna1 from sap.kna1 order by kunnr limit 1",
    )
    with pytest.raises(CustomerMasterError) as problem:
        pipeline.build(own_home)
    assert problem.value.exit_code == ExitCode.GATE_FAILED
    assert "source_empty:stripe" in problem.value.message
    assert "source_shrink:stripe.customer" in problem.value.message
    assert "--accept-gate" in problem.value.todo
    assert digest(own_home.published) == before
    [(first,)] = query(own_home.raw, "select min(kunnr) from sap.kna1")
    rejected = query(
        own_home.work, "select record_id, reason from governance.rejected_records where reason like 'dup%'"
    )
    assert rejected == [(f"sap:kna1:{first}", "duplicate_key")]
    pipeline.publish(own_home, ["source_empty:stripe", "source_shrink:stripe.customer"])
    [(gates,)] = query(own_home.published, "select gates from governance.build_runs order by run_no desc limit 1")
    assert gates.count('"accepted": true') == 2
    assert query(own_home.published, "select count(*) from core.dim_customer where customer_id > 0") != [(0,)]


def test_a_locked_work_database_names_the_process(own_home: Home) -> None:
    before = digest(own_home.published)
    with duckdb.connect(str(own_home.work)):
        exit_code, said = run_cli(own_home, "build")
    assert exit_code == ExitCode.LOCKED
    assert "work.duckdb" in said
    assert "PID" in said
    assert "Traceback" not in said
    assert digest(own_home.published) == before


def test_a_full_disk_is_named(own_home: Home) -> None:
    before = digest(own_home.published)
    own_home.work.unlink()

    def small_files() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4_000_000, 4_000_000))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    exit_code, said = run_cli(own_home, "build", preexec_fn=small_files)
    assert exit_code == ExitCode.DISK_FULL, said
    assert "Free some disk space" in said
    assert digest(own_home.published) == before


def test_control_c_in_the_middle_of_a_build(own_home: Home) -> None:
    before = digest(own_home.published)
    runs = "select status from inbox.build_runs order by run_no"
    process = start_cli(own_home, "build")
    log = own_home.logs / "dbt.log"
    deadline = time.monotonic() + 900
    while "source_records" not in (log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""):
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < deadline
        time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    said, complained = process.communicate(timeout=300)
    assert process.returncode == ExitCode.INTERRUPTED, said + complained
    assert "What was published is as it was" in complained
    assert "Traceback" not in complained
    assert digest(own_home.published) == before
    assert query(own_home.work, runs)[-1] == ("running",)
    with pytest.raises(CustomerMasterError, match="did not finish") as problem:
        pipeline.publish(own_home, [])
    assert problem.value.exit_code == ExitCode.NOT_PUBLISHABLE
