"""The same models on PostgreSQL: every mart as DuckDB makes it, value by value; publishing in one transaction."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import parity
import pytest
from conftest import run_cli
from identity_graphs import assert_components, long_shapes
from parity import CUSTOMERS, differences, learn, write_report
from postgres_server import postgres_server

from customer_master import pipeline, postgres
from customer_master.dbt import Dbt
from customer_master.errors import BadInput, NotPublishable
from customer_master.home import PROJECT_DIR, Home
from customer_master.pipeline import environment

GRANTED = ("reader", "steward")


@dataclass(frozen=True)
class Twins:
    """The same raw tables, built with the shipped parameters and published on both."""

    files: Home
    home: Home
    variables: dict[str, str]

    def connect(self) -> duckdb.DuckDBPyConnection:
        """Both published versions, as databases `files` and `postgres`."""
        connection = duckdb.connect()
        connection.execute(f"attach '{self.files.published}' as files (read_only)")
        with environment(self.variables):
            postgres.attach(connection, "postgres")
        return connection

    def build(self, day: int) -> None:
        """The tables of a day, built and published on both."""
        pipeline.generate(self.files, CUSTOMERS, seed=1, day=day)
        pipeline.build(self.files)
        with environment(self.variables):
            pipeline.generate(self.home, CUSTOMERS, seed=1, day=day)
            pipeline.build(self.home)

    def execute(self, *statements: str) -> list[tuple]:
        """The rows of the last statement, in the database."""
        with environment(self.variables), postgres.connect() as database, database.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
            return cursor.fetchall() if cursor.description else []


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Twins]:
    files, home = (Home(tmp_path_factory.mktemp(name)) for name in ("files", "server"))
    with postgres_server(tmp_path_factory.mktemp("pg")) as variables:
        made = Twins(files, home, variables)
        made.execute("create role reader; create role steward")
        with pipeline.settings(match_parameter_version="seed"):
            made.build(day=0)
            yield made


def compared(twins: Twins, day: int) -> list[parity.Compared]:
    with twins.connect() as connection:
        found = parity.compare(connection, "postgres")
    write_report("postgres", day, found)
    return found


def test_every_published_table_is_the_same(twins: Twins) -> None:
    assert not differences(compared(twins, day=0))


def test_a_changed_value_would_be_noticed(twins: Twins) -> None:
    one = "customer_id = (select min(customer_id) from core.dim_customer where customer_id > 0)"
    [(name,)] = twins.execute(f"select display_name from core.dim_customer where {one}")
    twins.execute(f"update core.dim_customer set display_name = 'X' where {one}")
    with twins.connect() as connection:
        assert differences(parity.compare(connection, "postgres")) == {"core.dim_customer": (1, 1)}
    twins.execute(f"update core.dim_customer set display_name = '{name}' where {one}")


def test_roles_read_their_schemas(twins: Twins) -> None:
    readable = """
        select distinct schemaname from pg_tables
        where has_schema_privilege('{0}', schemaname, 'usage')
            and has_table_privilege('{0}', quote_ident(schemaname) || '.' || quote_ident(tablename), 'select')
    """
    reader, steward = ({row[0] for row in twins.execute(readable.format(role))} for role in GRANTED)
    assert "core" in reader
    assert not {"governance", "state", "intermediate"} & reader
    assert {"core", "governance", "state"} <= steward
    assert "intermediate" not in steward


# `customer-master publish`, killed right after the first statement that begins so.
KILLED = """
import os, signal, sys
import psycopg2, psycopg2.extensions
from customer_master import cli, postgres

class Dying(psycopg2.extensions.cursor):
    def execute(self, sql, *values):
        super().execute(sql, *values)
        if sql.strip().startswith(sys.argv[1]):
            os.kill(os.getpid(), signal.SIGKILL)

postgres.connect = lambda: psycopg2.connect(postgres.dsn(), cursor_factory=Dying)
cli.app(["publish"])
"""
POINTS = (
    "drop schema if exists next_state",
    "create table next_state",
    "update next_governance.build_runs",
    "drop schema if exists core",
    "delete from inbox",
)


@pytest.fixture(scope="module")
def built(twins: Twins) -> None:
    """Day 3 is built and not yet published."""
    with environment(twins.variables):
        pipeline.generate(twins.home, CUSTOMERS, seed=1, day=3)
        pipeline.build(twins.home, publish=False)


def test_a_view_of_others_on_published_tables_is_not_dropped(twins: Twins, built: None) -> None:
    twins.execute("create schema bi; create view bi.names as select display_name from core.dim_customer")
    with environment(twins.variables):
        code, said = run_cli(twins.home, "publish")
    assert code == 9
    assert "bi.names reads what is published" in said
    assert twins.execute("select count(*) > 0 from bi.names") == [(True,)]
    twins.execute("drop schema bi cascade")


def test_a_build_on_another_version_is_not_published(twins: Twins) -> None:
    with environment(twins.variables), pytest.raises(NotPublishable, match="Version 1 was published meanwhile"):
        postgres.publish(twins.home, {}, {}, run_no=9, version=5, gates=[])


def test_tables_of_others_are_not_replaced(twins: Twins, tmp_path: Path) -> None:
    with environment(twins.variables):
        database = postgres.connect()
        database.autocommit = True
        database.cursor().execute("create database theirs")
        database.close()
    with environment(twins.variables | {"CUSTOMER_MASTER_POSTGRES_DATABASE": "theirs"}):
        with postgres.connect() as theirs, theirs.cursor() as cursor:
            cursor.execute("create schema salesforce; create table salesforce.account (id text)")
            cursor.execute("create schema core; create table core.mine (id text)")
            cursor.execute("create schema state; create table state.build_runs (published_version bigint)")
        with pytest.raises(BadInput, match=r"salesforce\.account that was not generated"):
            pipeline.generate(Home(tmp_path), 10, seed=1)
        with pytest.raises(NotPublishable, match=r"core\.mine is there"):
            postgres.publish(Home(tmp_path), {'"core"."dim_customer"': '"next_core"."dim_customer"'}, {}, 1, 1, [])


def test_a_publication_killed_anywhere_leaves_the_published_version_as_it_was(twins: Twins, built: None) -> None:
    before = published(twins)
    for point in POINTS:
        killed = subprocess.run(
            [sys.executable, "-c", KILLED, point],
            env=os.environ | twins.variables | {"CUSTOMER_MASTER_HOME": str(twins.home.path)},
            cwd=PROJECT_DIR,
            capture_output=True,
            text=True,
            check=False,
        )
        assert killed.returncode == -signal.SIGKILL, killed.stdout + killed.stderr
        assert published(twins) == before, point
    with environment(twins.variables):
        code, said = run_cli(twins.home, "publish")
    assert code == 0, said
    assert published(twins)[0] == before[0] + 1


def test_the_next_day_gives_both_the_same_ids(twins: Twins) -> None:
    pipeline.generate(twins.files, CUSTOMERS, seed=1, day=3)
    pipeline.build(twins.files)
    assert not differences(compared(twins, day=3))


@pytest.mark.in_full
def test_training_learns_the_same(twins: Twins) -> None:
    here = learn(twins.files)
    with environment(twins.variables):
        there = learn(twins.home)
    assert here.parameter_version == there.parameter_version


@pytest.mark.in_full
def test_components_are_those_of_union_find(twins: Twins) -> None:
    """Last: it takes the place of match_edges."""
    with environment(twins.variables), duckdb.connect() as connection:
        postgres.attach(connection, "server", read_only=False)
        connection.execute("drop table server.intermediate.match_edges cascade")
        connection.execute(f"create table server.intermediate.match_edges as {long_shapes()}")
        Dbt(twins.home).run("run", "--select", "match_components")
        found = connection.execute("from server.intermediate.match_components").fetchall()
    assert_components(found, long_shapes())


def published(twins: Twins) -> tuple:
    """The version and what tells whether a row has changed."""
    return twins.execute(
        """
        select
            (select max(published_version) from state.build_runs),
            (select md5(string_agg(cast(c as text), '' order by record_id)) from core.customer_crosswalk as c),
            (select md5(string_agg(cast(c as text), '' order by customer_id)) from core.dim_customer as c),
            (select count(*) from state.crosswalk_versions),
            (select count(*) from inbox.build_runs where status = 'built')
        """
    )[0]
