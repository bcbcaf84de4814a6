"""Publishing against a small hand-made build: what is copied, what is refused, and what a failure leaves."""

from __future__ import annotations

import hashlib
import json
import resource
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import duckdb
import pytest

from customer_master import publish as publishing
from customer_master.errors import CustomerMasterError, ExitCode, GateFailed, Locked, NotPublishable
from customer_master.home import Home

MODELS = {  # model -> (layer, schema, next state)
    "dim_customer": ("marts", "core", None),
    "build_runs": ("marts", "governance", "build_runs"),
    "publish_gates": ("marts", "governance", None),
    "next_customer_registry": ("intermediate", "intermediate", "customer_registry"),
    "clusters": ("intermediate", "intermediate", None),
}
RUN_COLUMNS = """run_no bigint, status text, built_on_version bigint, published_version bigint, finished_at timestamp,
    published_at timestamp, gates text, code_version text"""


def project() -> SimpleNamespace:
    """Stands for dbt: a manifest of a few models."""
    nodes = {
        name: SimpleNamespace(
            resource_type="model",
            unique_id=name,
            schema=schema,
            alias=name,
            fqn=["customer_master", layer, name],
            config=SimpleNamespace(materialized="table", meta={"state_table": state} if state else {}),
        )
        for name, (layer, schema, state) in MODELS.items()
    }
    return SimpleNamespace(manifest=lambda: SimpleNamespace(nodes=nodes))


def build(home: Home, run_no: int, status: str = "built", built_on: int = 0, gate_passed: bool = True) -> None:
    """What a finished build leaves in the work database; every table carries the run's number."""
    home.work.unlink(missing_ok=True)
    home.path.mkdir(parents=True, exist_ok=True)
    with duckdb.connect(str(home.work)) as work:
        for schema in ("core", "governance", "intermediate", "state", "inbox"):
            work.execute(f"create schema {schema}")
        work.execute(f"create table inbox.build_runs ({RUN_COLUMNS})")
        work.execute(
            "insert into inbox.build_runs by name "
            f"select {run_no} as run_no, '{status}' as status, {built_on} as built_on_version, now() as finished_at"
        )
        if home.published.exists():
            work.execute(f"attach '{home.published}' as published (read_only)")
            work.execute("create view state.build_runs as select * from published.state.build_runs")
            work.execute("create view state.steward_decisions as select * from published.state.steward_decisions")
        else:
            work.execute(f"create table state.build_runs ({RUN_COLUMNS})")
            work.execute("create table state.steward_decisions as select 7 as decision_no")
        work.execute(f"create table core.dim_customer as select {run_no} as run_no, range as n from range(5000)")
        work.execute(
            "create table governance.build_runs as from state.build_runs "
            f"union all by name select run_no, 'running' as status from inbox.build_runs where run_no = {run_no}"
        )
        work.execute(
            "create table governance.publish_gates as "
            f"select 'source_shrink:sap.kna1' as gate, {gate_passed} as passed, 40 as current_amount, "
            "100 as published_amount, 0.6::double as share, 0.2::double as max_share"
        )
        work.execute(f"create table intermediate.next_customer_registry as select {run_no} as customer_id")
        work.execute("create table intermediate.clusters as select 1 as cluster_no")


def published_rows(home: Home, query: str) -> list[tuple]:
    with duckdb.connect(str(home.published), read_only=True) as connection:
        return connection.execute(query).fetchall()


def digest(home: Home) -> str:
    return hashlib.sha256(home.published.read_bytes()).hexdigest()


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def test_a_finished_build_becomes_the_next_version(home: Home) -> None:
    build(home, run_no=4)
    published = publishing.publish(home, project())
    assert (published.version, published.place) == (1, str(home.published))
    tables = {
        f"{schema}.{table}"
        for schema, table in published_rows(home, "select table_schema, table_name from information_schema.tables")
    }
    assert tables == {
        "core.dim_customer",
        "governance.build_runs",
        "governance.publish_gates",
        "state.build_runs",
        "state.customer_registry",
        "state.steward_decisions",
    }
    assert published_rows(home, "select distinct run_no from core.dim_customer") == [(4,)]
    assert published_rows(home, "from state.steward_decisions") == [(7,)], "a table no model writes is carried over"
    stamped = "select run_no, status, published_version, finished_at is not null, published_at is not null from "
    for table in ("state.build_runs", "governance.build_runs"):
        assert published_rows(home, stamped + table) == [(4, "published", 1, True, True)]
    build(home, run_no=5, built_on=1)
    assert publishing.publish(home, project()).version == 2
    assert published_rows(home, "select run_no, published_version from state.build_runs order by 1") == [(4, 1), (5, 2)]
    assert published_rows(home, "from state.steward_decisions") == [(7,)]
    assert [path.name for path in home.published.parent.iterdir()] == [home.published.name]


@pytest.mark.parametrize(
    ("status", "built_on", "says"),
    [
        ("failed", 1, "failed"),
        ("partial", 1, "only some of the models"),
        ("running", 1, "did not finish"),
        ("interrupted", 1, "was interrupted"),
        ("built", 0, "on top of version 0, but version 1 is published"),
    ],
)
def test_only_a_whole_good_build_on_the_published_version_is_published(
    home: Home, status: str, built_on: int, says: str
) -> None:
    build(home, run_no=1)
    publishing.publish(home, project())
    before = digest(home)
    build(home, run_no=2, status=status, built_on=built_on)
    with pytest.raises(NotPublishable, match=says) as refusal:
        publishing.publish(home, project())
    assert refusal.value.exit_code == ExitCode.NOT_PUBLISHABLE
    assert digest(home) == before


def test_nothing_to_publish(home: Home) -> None:
    with pytest.raises(NotPublishable, match="There is no build"):
        publishing.publish(home, project())
    build(home, run_no=1)
    publishing.publish(home, project())
    with pytest.raises(NotPublishable, match="no build has run since"):
        publishing.publish(home, project())


def test_a_failed_gate_refuses_until_it_is_accepted_and_the_acceptance_is_recorded(home: Home) -> None:
    build(home, run_no=1, gate_passed=False)
    with pytest.raises(GateFailed, match=r"source_shrink:sap.kna1: 40 now, 100 in .* 60.0%, the limit is 20.0%"):
        publishing.publish(home, project())
    assert not home.published.exists()
    with pytest.raises(NotPublishable, match="no gate typo"):
        publishing.publish(home, project(), ["typo"])
    publishing.publish(home, project(), ["source_shrink:sap.kna1"])
    [(gates,)] = published_rows(home, "select gates from governance.build_runs")
    [gate] = json.loads(gates)
    assert (gate["gate"], gate["passed"], gate["accepted"]) == ("source_shrink:sap.kna1", False, True)


@pytest.mark.parametrize("step", ["copy_tables", "stamp_run", "replace_file"])
def test_a_failure_at_any_step_leaves_the_published_file_as_it_was(
    home: Home, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(home, run_no=1)
    publishing.publish(home, project())
    before = digest(home)
    build(home, run_no=2, built_on=1)
    real = getattr(publishing, step)

    def fails(*arguments: object) -> None:
        if step != "replace_file":
            real(*arguments)
        raise duckdb.IOException("Could not write file: No space left on device")

    monkeypatch.setattr(publishing, step, fails)
    with pytest.raises(CustomerMasterError, match="No space left") as problem:
        publishing.publish(home, project())
    assert problem.value.exit_code == ExitCode.DISK_FULL
    assert digest(home) == before
    assert [path.name for path in home.published.parent.iterdir()] == [home.published.name]
    monkeypatch.undo()
    assert publishing.publish(home, project()).version == 2, "the build is still there to be published"


def test_two_models_may_not_write_one_state_table() -> None:
    dbt = project()
    dbt.manifest().nodes["clusters"].config.meta["state_table"] = "customer_registry"
    with pytest.raises(CustomerMasterError, match="state_table: customer_registry"):
        publishing.relations_to_publish(dbt)


def run_python(code: str, home: Home, **options: object) -> subprocess.Popen:
    """A process of its own that has this module's helpers and the home at hand."""
    setup = (
        f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r})\n"
        "from pathlib import Path\nfrom test_publish import *\n"
        f"home = Home(Path({str(home.path)!r}))\n"
    )
    return subprocess.Popen(
        [sys.executable, "-c", setup + code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **options,
    )


def test_a_full_disk_is_named_and_the_published_file_stays(home: Home) -> None:
    build(home, run_no=1)
    publishing.publish(home, project())
    before = digest(home)
    build(home, run_no=2, built_on=1)

    def small_files() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    code = """
try:
    publishing.publish(home, project())
except CustomerMasterError as problem:
    print(problem)
    sys.exit(int(problem.exit_code))
"""
    process = run_python(code, home, preexec_fn=small_files)
    said, trace = process.communicate(timeout=300)
    assert process.returncode == ExitCode.DISK_FULL, said + trace
    assert "Free some disk space" in said
    assert digest(home) == before


def test_a_killed_publication_leaves_nothing_behind_for_the_next(home: Home) -> None:
    build(home, run_no=1)
    code = "publishing.stamp_run = lambda *_: os.kill(os.getpid(), 9)\nimport os\npublishing.publish(home, project())"
    process = run_python(code, home)
    process.communicate(timeout=300)
    assert process.returncode == -signal.SIGKILL
    assert list(home.published.parent.glob("*.tmp*")), "the killed process left its temporary file"
    assert not home.published.exists()
    publishing.publish(home, project())
    assert [path.name for path in home.published.parent.iterdir()] == [home.published.name]


# What publishing does, step by step, and the version that is published when it is killed in the place of the step.
KILLED_AT = {"check_gates": 1, "copy_tables": 1, "stamp_run": 1, "replace_file": 1, "clear_inbox": 2}


@pytest.mark.parametrize("step", KILLED_AT)
def test_a_publication_killed_anywhere_leaves_one_version_whole(home: Home, step: str) -> None:
    build(home, run_no=1)
    publishing.publish(home, project())
    before = digest(home)
    build(home, run_no=2, built_on=1)
    code = f"import os\npublishing.{step} = lambda *_: os.kill(os.getpid(), 9)\npublishing.publish(home, project())"
    process = run_python(code, home)
    process.communicate(timeout=300)
    assert process.returncode == -signal.SIGKILL
    assert (digest(home) == before) == (KILLED_AT[step] == 1)
    if KILLED_AT[step] == 1:
        publishing.publish(home, project())
    assert published_rows(home, "select max(published_version) from state.build_runs") == [(2,)]


def test_one_writer_at_a_time_and_the_other_is_named(home: Home) -> None:
    process = run_python("with home.locked('build'):\n    print('held', flush=True)\n    input()", home)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    with pytest.raises(Locked, match=f"`customer-master build`, process {process.pid}"), home.locked("publish"):
        pass
    process.communicate("\n", timeout=300)
    with home.locked("publish"):
        pass


def test_an_open_reader_keeps_the_version_it_opened(home: Home) -> None:
    build(home, run_no=1)
    publishing.publish(home, project())
    code = """
with duckdb.connect(str(home.published), read_only=True) as connection:
    for _ in range(2):
        rows = connection.execute("select min(run_no), max(run_no), count(*) from core.dim_customer").fetchall()
        print(*rows, flush=True)
        input()
"""
    process = run_python(code, home)
    assert process.stdout is not None
    assert process.stdin is not None
    assert process.stdout.readline() == "(1, 1, 5000)\n"
    build(home, run_no=2, built_on=1)
    publishing.publish(home, project())
    process.stdin.write("\n")
    process.stdin.flush()
    assert process.stdout.readline() == "(1, 1, 5000)\n"
    process.communicate("\n", timeout=300)
    assert published_rows(home, "select distinct run_no from core.dim_customer") == [(2,)]
