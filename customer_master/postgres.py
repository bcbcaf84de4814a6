"""A PostgreSQL database as the place of builds: how it is reached, loaded and published in."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from customer_master import __version__
from customer_master.errors import BadInput, NotPublishable
from customer_master.home import Home

if TYPE_CHECKING:
    from psycopg2.extensions import connection as Connection

# Marts and state of a build stand in schemas of this prefix until they take the place of the published ones.
NEXT = "next_"
# Who may read what, where the database has the role.
GRANTS = {
    "reader": ("core",),
    "finance": ("core", "finance"),
    "steward": ("core", "governance", "state"),
}
SETTINGS = {"host": "127.0.0.1", "port": "5432", "user": "postgres", "password": "", "database": "customer_master"}


# Schemas of a build that are dropped and made again.
OWN_SCHEMAS = ("staging", "intermediate")
# Views outside some schemas that read a relation inside some.
READERS_OF_OTHERS = """
select distinct theirs.nspname || '.' || reader.relname
from pg_depend as dependency
inner join pg_rewrite as rule on dependency.objid = rule.oid and dependency.classid = 'pg_rewrite'::regclass
inner join pg_class as reader on rule.ev_class = reader.oid
inner join pg_namespace as theirs on reader.relnamespace = theirs.oid
inner join pg_class as read on dependency.refobjid = read.oid and dependency.refclassid = 'pg_class'::regclass
inner join pg_namespace as ours on read.relnamespace = ours.oid
where ours.nspname = any(%s) and theirs.nspname <> all(%s)
order by 1
"""


def setting(name: str) -> str:
    """What profiles.yml says: CUSTOMER_MASTER_POSTGRES_<NAME>, or its default."""
    return os.environ.get(f"CUSTOMER_MASTER_POSTGRES_{name.upper()}") or SETTINGS[name]


def place(home: Home | None = None) -> str:
    """The database, for people; the home has no part in it."""
    return f"database {setting('database')} on {setting('host')}:{setting('port')}"


def dsn() -> str:
    """The connection string, for libpq and for DuckDB."""
    names = {"host": "host", "port": "port", "user": "user", "password": "password", "database": "dbname"}
    quoted = ((key, setting(name).replace("\\", "\\\\").replace("'", "\\'")) for name, key in names.items())
    return " ".join(f"{key}='{value}'" for key, value in quoted if value)


def connect() -> Connection:
    """A connection; BadInput when the extra is not installed or nobody answers."""
    try:
        psycopg2 = import_module("psycopg2")
    except ModuleNotFoundError as error:
        raise BadInput("PostgreSQL needs dbt-postgres.", "pip install 'customer-master[postgres]'") from error
    try:
        return psycopg2.connect(dsn())
    except psycopg2.OperationalError as error:
        todo = "Set CUSTOMER_MASTER_POSTGRES_HOST, _PORT, _USER, _PASSWORD and _DATABASE."
        raise BadInput(f"{place()} cannot be reached: {str(error).strip()}", todo) from error


def attach(connection: duckdb.DuckDBPyConnection, alias: str, *, read_only: bool = True) -> None:
    """Shows the database to a DuckDB connection as the database `alias`."""
    extension = Path(import_module("duckdb_extension_postgres_scanner").__file__).parent
    [binary] = extension.rglob("*.duckdb_extension")
    connection.execute(f"load '{binary}'")
    told = dsn().replace("'", "''")
    connection.execute(f"attach '{told}' as {alias} (type postgres{', read_only' if read_only else ''})")


@contextmanager
def open_work(home: Home, *, read_only: bool = True) -> Iterator[duckdb.DuckDBPyConnection]:
    """A DuckDB connection whose schemas are the database's."""
    with duckdb.connect() as connection:
        attach(connection, "work", read_only=read_only)
        connection.execute("use work")
        yield connection


@contextmanager
def open_raw(home: Home) -> Iterator[duckdb.DuckDBPyConnection]:
    """A DuckDB connection that sees the database by its own name."""
    with duckdb.connect() as connection:
        attach(connection, '"' + setting("database").replace('"', '""') + '"')
        yield connection


open_checks = open_work


def native(home: Home, sql: str) -> str:
    """A query in PostgreSQL's SQL, as a relation for a connection of `open_work`."""
    escaped = sql.replace("'", "''")
    return f"postgres_query('work', '{escaped}')"


def has_published(home: Home) -> bool:
    return has_table(home, "core", "dim_customer")


def has_table(home: Home, schema: str, table: str) -> bool:
    return _is_there(schema, table)


def _is_there(schema: str, table: str) -> bool:
    with connect() as database, database.cursor() as cursor:
        cursor.execute("select to_regclass(%s) is not null", (f"{schema}.{table}",))
        return bool(cursor.fetchone()[0])


def load(home: Home) -> int:
    """Copies the generated tables into the database, in the place of older ones; returns how many."""
    with duckdb.connect() as connection:
        escaped = str(home.raw).replace("'", "''")
        connection.execute(f"attach '{escaped}' as generated (read_only)")
        attach(connection, "warehouse", read_only=False)
        tables = connection.execute(
            "select schema_name, table_name from duckdb_tables() where database_name = 'generated' order by all"
        ).fetchall()
        _refuse_tables_of_others(tables)
        connection.execute("begin")
        for schema, table in tables:
            connection.execute(f'create schema if not exists warehouse."{schema}"')
            connection.execute(f'drop table if exists warehouse."{schema}"."{table}" cascade')
            connection.execute(f'create table warehouse."{schema}"."{table}" as from generated."{schema}"."{table}"')
        connection.execute("commit")
    with connect() as database, database.cursor() as cursor:
        for schema, table in tables:
            cursor.execute(f'analyze "{schema}"."{table}"')
    return len(tables)


def _refuse_tables_of_others(tables: list[tuple[str, str]]) -> None:
    """Raw tables that stand there without the generator's truth are somebody's own."""
    if _is_there("truth", "records"):
        return
    for schema, table in tables:
        if _is_there(schema, table):
            raise BadInput(
                f"{place()} has a table {schema}.{table} that was not generated.",
                "Made-up tables would take its place: name another database in CUSTOMER_MASTER_POSTGRES_DATABASE.",
            )


def publish(
    home: Home, marts: dict[str, str], states: dict[str, str], run_no: int, version: int, gates: list[dict[str, Any]]
) -> dict[str, int]:
    """Puts a build in the place of what is published, in one transaction: rows per published table.

    A reader sees the old schemas or the new ones; whatever ends this process, the old ones stay until the commit.
    Raises NotPublishable when another version was published meanwhile, or when something of others would be dropped.
    """
    schemas = sorted({name.split(".")[0].strip('"') for name in marts} | {"state"})
    with connect() as database, database.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtext('customer-master publish'))")
        _refuse_to_overwrite(cursor, schemas, version)
        cursor.execute(f"drop schema if exists {NEXT}state cascade; create schema {NEXT}state")
        cursor.execute("select table_name from information_schema.tables where table_schema = 'state'")
        unchanged = {f'"state"."{table}"': f'"state"."{table}"' for (table,) in cursor.fetchall()}
        for name, relation in (unchanged | states).items():
            table = name.split(".")[1]
            cursor.execute(f"create table {NEXT}state.{table} as select * from {relation}")
        _stamp(cursor, run_no, version, gates)
        counts = {}
        for schema in schemas:
            cursor.execute(f"drop schema if exists {schema} cascade; alter schema {NEXT}{schema} rename to {schema}")
        for name in marts | unchanged | states:
            cursor.execute(f"select count(*) from {name}")
            counts[name.replace('"', "")] = cursor.fetchone()[0]
        _grant(cursor, schemas)
        cursor.execute("select table_name from information_schema.tables where table_schema = 'inbox'")
        for (table,) in cursor.fetchall():
            cursor.execute(f'delete from inbox."{table}"')
    return counts


def _refuse_to_overwrite(cursor: Any, schemas: list[str], version: int) -> None:
    """Nothing is dropped but the version that the build was made on."""
    cursor.execute("select coalesce(max(published_version), 0) from state.build_runs")
    (published,) = cursor.fetchone()
    if published != version - 1:
        raise NotPublishable(
            f"Version {published} was published meanwhile; the build was made on version {version - 1}.",
            "Run `customer-master build` to build on top of it.",
        )
    if published == 0:
        others = [schema for schema in schemas if schema != "state"]
        cursor.execute("select schemaname || '.' || tablename from pg_tables where schemaname = any(%s)", (others,))
        reason = "is there, but nothing was published yet: it is not customer-master's"
    else:
        cursor.execute(READERS_OF_OTHERS, (schemas, [*schemas, *(NEXT + schema for schema in schemas), *OWN_SCHEMAS]))
        reason = "reads what is published, and would be dropped with the old version"
    if found := cursor.fetchone():
        raise NotPublishable(f"{found[0]} {reason}.", "Drop it or move it away, publish, and make it again.")


def _stamp(cursor: Any, run_no: int, version: int, gates: list[dict[str, Any]]) -> None:
    """Which version it is, when it was published, and through which gates."""
    now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    for table in (f"{NEXT}state.build_runs", f"{NEXT}governance.build_runs"):
        cursor.execute(
            f"""
            update {table} as published
            set
                status = 'published', published_version = %s, published_at = %s, gates = %s,
                finished_at = finished.finished_at, code_version = %s
            from inbox.build_runs as finished
            where finished.run_no = published.run_no and published.run_no = %s
            """,
            (version, now, json.dumps(gates), __version__, run_no),
        )


def _grant(cursor: Any, schemas: Iterable[str]) -> None:
    """What roles may read; a role that the database does not have is none of ours to make."""
    cursor.execute("select rolname from pg_roles where rolname = any(%s)", (list(GRANTS),))
    for (role,) in cursor.fetchall():
        for schema in set(GRANTS[role]) & set(schemas):
            cursor.execute(
                f'grant usage on schema {schema} to "{role}"; grant select on all tables in schema {schema} to "{role}"'
            )
