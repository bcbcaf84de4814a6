"""Homes to test in: generated, trained, built and published once a session, copied by the tests that change one."""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest
from door import DIRTY_ROWS
from oracle_agreement import Measured
from trial_steps import Trial

from customer_master import pipeline
from customer_master.generate import generate
from customer_master.home import PROJECT_DIR, Home

CopyHome = Callable[[Home], Home]


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A test leaves no CUSTOMER_MASTER_HOME behind and never works in the user's."""
    monkeypatch.setenv("CUSTOMER_MASTER_HOME", "/nonexistent")
    monkeypatch.setenv("COLUMNS", "200")
    yield


def make_home(factory: pytest.TempPathFactory, name: str, customers: int) -> Home:
    """What `customer-master demo` does, without the scores; once, however many processes run the tests."""
    shared = factory.getbasetemp() if "PYTEST_XDIST_WORKER" not in os.environ else factory.getbasetemp().parent
    home, made = Home(shared / name), shared / f"{name}.made"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            pipeline.generate(home, customers, seed=1)
            pipeline.train(home)
            pipeline.build(home)
            made.touch()
    return home


@pytest.fixture(scope="session")
def demo_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """The demo's 2,000 customers, published; to be read only."""
    return make_home(tmp_path_factory, "demo", customers=2000)


@pytest.fixture(scope="session")
def small_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """200 customers, published; to be copied by tests that change it."""
    return make_home(tmp_path_factory, "small", customers=200)


@pytest.fixture
def copy_home(tmp_path: Path) -> CopyHome:
    """Copies a home into the test's own directory."""

    def copy(home: Home) -> Home:
        copied = tmp_path / "home"
        shutil.copytree(home.path, copied, ignore=shutil.ignore_patterns("logs", "writer.lock"))
        return Home(copied)

    return copy


@pytest.fixture
def own_home(small_home: Home, copy_home: CopyHome) -> Home:
    """A copy of the small home, to be changed."""
    return copy_home(small_home)


@pytest.fixture(scope="session")
def door_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Generated raw tables, with rows in Stripe that are no records, a column missing and one of another type."""
    home = Home(tmp_path_factory.mktemp("door"))
    generate(home, 100, 1)
    with duckdb.connect(str(home.raw)) as raw:
        raw.execute(DIRTY_ROWS)
    return home


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the dbt project that a test may change."""
    copy = tmp_path / "project"
    for name in ("models", "macros", "seeds", "tests/dbt"):
        if (PROJECT_DIR / name).exists():
            shutil.copytree(PROJECT_DIR / name, copy / name)
    for name in ("dbt_project.yml", "profiles.yml"):
        shutil.copy(PROJECT_DIR / name, copy)
    return copy


@pytest.fixture(scope="module")
def trial_connection() -> Iterator[duckdb.DuckDBPyConnection]:
    """One database in memory for the trials of a module: it reads the reference seeds once."""
    with duckdb.connect() as connection:
        yield connection


@pytest.fixture
def trial(tmp_path: Path, trial_connection: duckdb.DuckDBPyConnection) -> Trial:
    """Files written, read and mapped in the test's own folder."""
    return Trial(tmp_path, trial_connection)


def start_cli(home: Home, *arguments: str, **options: object) -> subprocess.Popen[str]:
    """`customer-master ...` in a process of its own; Ctrl-C reaches it even where the tests run in the background."""
    options = {"preexec_fn": lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)} | options
    return subprocess.Popen(
        [sys.executable, "-m", "customer_master", *arguments],
        env=os.environ | {"CUSTOMER_MASTER_HOME": str(home.path), "PYTHONPATH": str(PROJECT_DIR)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **options,
    )


def run_cli(home: Home, *arguments: str, **options: object) -> tuple[int, str]:
    """(exit code, everything it said) of `customer-master ...`."""
    process = start_cli(home, *arguments, **options)
    said, complained = process.communicate(timeout=1800)
    return process.returncode, said + complained


def digest(path: Path) -> str:
    """Tells whether a file is byte for byte the same."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def query(path: Path, sql: str) -> list[tuple]:
    """The rows of a query on a database file, opened for reading."""
    with duckdb.connect(str(path), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def change_raw(home: Home, *statements: str) -> None:
    """Changes the raw tables of a home, which must be the test's own."""
    with duckdb.connect(str(home.raw)) as connection:
        for statement in statements:
            connection.execute(statement)


def core_tables(home: Home) -> dict[str, list[str]]:
    """Every published table of `core` as its rows in order, written out as text."""
    with duckdb.connect(str(home.published), read_only=True) as connection:
        names = connection.execute(
            "select table_name from information_schema.tables where table_schema = 'core' order by table_name"
        ).fetchall()
        return {
            name: sorted(
                row[0] for row in connection.execute(f"select cast(t as text) from core.{name} as t").fetchall()
            )
            for (name,) in names
        }


@pytest.fixture(scope="module")
def report() -> Iterator[list[Measured]]:
    """What the tests against the libraries measured, shown at the end with `pytest -s`."""
    measured: list[Measured] = []
    yield measured
    print(f"\n{'macro':<34}{'cases':>8}{'agreement':>12}")
    for row in measured:
        print(f"{row.what:<34}{row.cases:>8,}{row.agreement:>11.3%}")
