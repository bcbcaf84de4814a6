"""Where builds are made and published: the DuckDB files of a home, or a PostgreSQL database.

Python reads and writes either through DuckDB, which attaches PostgreSQL as a database of its own; so a query of this
package is written once. What the database itself does best (models, the swap of schemas) it does itself.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import duckdb

from customer_master import postgres
from customer_master.errors import BadInput
from customer_master.home import Home

# dbt's own name for it: `dbt build` and the CLI mean the same target.
VARIABLE = "DBT_TARGET"
TARGETS = ("duckdb", "postgres")


def target() -> str:
    """The target of profiles.yml that this process works on."""
    return os.environ.get(VARIABLE) or "duckdb"


def is_files() -> bool:
    """Whether builds are files of a home."""
    return target() == "duckdb"


@contextmanager
def open_work(home: Home, *, read_only: bool = True) -> Iterator[duckdb.DuckDBPyConnection]:
    """The database that builds are made in, its schemas by their own names; BadInput where nothing was built."""
    if not has_build(home):
        raise BadInput(f"There is no build in {place(home)}.", "Run `customer-master build` first.")
    if is_files():
        with duckdb.connect(str(home.work), read_only=read_only) as connection:
            yield connection
    else:
        with duckdb.connect() as connection:
            postgres.attach(connection, "work", read_only=read_only)
            connection.execute("use work")
            yield connection


@contextmanager
def open_published(home: Home) -> Iterator[duckdb.DuckDBPyConnection]:
    """What is published, read-only; ask `has_published` first."""
    if is_files():
        with duckdb.connect(str(home.published), read_only=True) as connection:
            yield connection
    else:
        with open_work(home) as connection:
            yield connection


def has_build(home: Home) -> bool:
    """Whether dbt has built anything."""
    return home.work.exists() if is_files() else postgres.has_table("inbox", "build_runs")


def has_published(home: Home) -> bool:
    """Whether anything was published."""
    return home.published.exists() if is_files() else postgres.has_table("core", "dim_customer")


def load_generated(home: Home) -> None:
    """Brings the generated raw tables to where builds read them; a home's file is there already."""
    if not is_files():
        postgres.load(home.raw)


def place(home: Home) -> str:
    """Where it is, for people."""
    return str(home.path) if is_files() else postgres.place()


def unpublished(schema: str) -> str:
    """The schema in which a build has the marts of `schema` until they are published."""
    return schema if is_files() else postgres.NEXT + schema


def native(sql: str) -> str:
    """A query in the warehouse's own SQL, as a relation for a connection of `open_work`."""
    if is_files():
        return f"({sql})"
    escaped = sql.replace("'", "''")
    return f"postgres_query('work', '{escaped}')"
