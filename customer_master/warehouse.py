"""Where builds are made and published: the DuckDB files of a home, a PostgreSQL database, or a Spark warehouse.

Python reads all three through DuckDB: PostgreSQL as an attached database, Spark by its tables' files; so a query of
this package is written once. What the engine itself does best (models, publication) it does itself: the modules
`postgres` and `spark` offer the same functions.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import duckdb

from customer_master.errors import BadInput
from customer_master.home import Home

# dbt's own name for it: `dbt build` and the CLI mean the same target.
VARIABLE = "DBT_TARGET"


def target() -> str:
    """The target of profiles.yml that this process works on."""
    return os.environ.get(VARIABLE) or "duckdb"


def is_files() -> bool:
    """Whether builds are files of a home."""
    return target() == "duckdb"


def engine() -> Any:
    """The module of this target, where builds are not files of a home."""
    return import_module(f"customer_master.{target()}")


@contextmanager
def open_work(home: Home, *, read_only: bool = True) -> Iterator[duckdb.DuckDBPyConnection]:
    """The database that builds are made in, its schemas by their own names; BadInput where nothing was built.

    What is written to schema `inbox` stays; a block that ends with an error may leave all of it unwritten.
    """
    if not has_build(home):
        raise BadInput(f"There is no build in {place(home)}.", "Run `customer-master build` first.")
    if is_files():
        with duckdb.connect(str(home.work), read_only=read_only) as connection:
            yield connection
    else:
        with engine().open_work(home, read_only=read_only) as connection:
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


@contextmanager
def open_raw(home: Home) -> Iterator[duckdb.DuckDBPyConnection]:
    """The raw tables there are, as `database.schema.table`: their columns, and at least one row of those with any."""
    if not is_files():
        with engine().open_raw(home) as connection:
            yield connection
        return
    with duckdb.connect() as connection:
        for alias, path in (("raw", home.raw), ("published", home.published), ("work", home.work)):
            if path.exists():
                escaped = str(path).replace("'", "''")
                connection.execute(f"attach '{escaped}' as {alias} (read_only)")
        yield connection


def has_build(home: Home) -> bool:
    """Whether dbt has built anything."""
    return home.work.exists() if is_files() else engine().has_table(home, "inbox", "build_runs")


def has_published(home: Home) -> bool:
    """Whether anything was published."""
    return home.published.exists() if is_files() else engine().has_published(home)


def load_generated(home: Home) -> None:
    """Brings the generated raw tables to where builds read them; a home's file is there already."""
    if not is_files():
        engine().load(home)


def place(home: Home) -> str:
    """Where it is, for people."""
    return str(home.path) if is_files() else engine().place(home)


def unpublished(schema: str) -> str:
    """The schema in which a build has the marts of `schema` until they are published."""
    return schema if is_files() else f"next_{schema}"


def native(home: Home, sql: str) -> str:
    """A query in the warehouse's own SQL, as a relation for a connection of `open_work`."""
    return f"({sql})" if is_files() else engine().native(home, sql)
