"""Tables of the Spark warehouse: loaded from the generator, read by DuckDB from their files, asked through Spark."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from customer_master.errors import BadInput
from customer_master.home import Home
from customer_master.spark.session import exchange_folder, replace_behind_view, session, warehouse_folder

if TYPE_CHECKING:
    from pyspark.sql import Row, SparkSession

# Spark writes it when a table's files are whole.
WHOLE = "_SUCCESS"
# Schemas of a build; what else there is may be a system's.
OWN_SCHEMAS = re.compile(
    r"default|inbox|intermediate|reference|rules|staging|truth|dbt_test__audit|(next_)?(core|governance|state)(_v[0-9]+)?"
)
# DuckDB's names of Spark's types, where they differ.
TYPES = {"string": "varchar", "timestamp_ntz": "timestamp", "timestamp": "timestamptz", "binary": "blob"}


class SparkConnection:
    """Answers SQL as a DuckDB connection does, from Spark: for queries whose answers are small."""

    def __init__(self, spark: SparkSession) -> None:
        self._spark = spark
        self._rows: list[Row] = []
        self.description: list[tuple[str]] = []

    def execute(self, sql: str) -> SparkConnection:
        frame = self._spark.sql(sql)
        self.description = [(name,) for name in frame.columns]
        self._rows = frame.collect()
        return self

    def fetchall(self) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in self._rows]

    def fetchone(self) -> tuple[Any, ...] | None:
        return tuple(self._rows[0]) if self._rows else None


def place(home: Home) -> str:
    """The warehouse, for people."""
    return f"Spark warehouse {warehouse_folder(home)}"


def local_warehouse(home: Home) -> Path | None:
    """The warehouse as a folder of this machine, None where it is elsewhere (s3a://, hdfs://)."""
    folder = warehouse_folder(home)
    if "://" in folder and not folder.startswith("file://"):
        return None
    return Path(folder.removeprefix("file://"))


def has_table(home: Home, schema: str, table: str) -> bool:
    """Whether a table or view is there; without starting Spark where its files tell."""
    folder = local_warehouse(home)
    if folder is None:
        return session(home).catalog.tableExists(f"{schema}.{table}")
    return any((folder / f"{schema}.db").glob(f"{table}*/{WHOLE}"))


@contextmanager
def open_checks(home: Home) -> Iterator[SparkConnection]:
    """For the small queries of publishing: Spark itself, wherever its tables lie."""
    yield SparkConnection(session(home))


@contextmanager
def open_work(home: Home, *, read_only: bool = True) -> Iterator[duckdb.DuckDBPyConnection]:
    """A DuckDB connection that sees the tables by schema and name; what it changes in `inbox` is Spark's at the end."""
    with duckdb.connect() as connection:
        attach(connection, home)
        inbox = [] if read_only else _copy_inbox(connection)
        yield connection
        for table in inbox:
            only = "select count(*) from (from {} except all from {})"
            mine, theirs = f"inbox.{table}", f"spark_inbox.{table}"
            if connection.execute(f"select ({only.format(mine, theirs)}) + ({only.format(theirs, mine)})").fetchone()[
                0
            ]:
                _write_inbox(home, connection, table)


def attach(connection: duckdb.DuckDBPyConnection, home: Home) -> None:
    """Shows the warehouse's tables to DuckDB as views of their files, published ones by the names of Spark's views."""
    folder = local_warehouse(home)
    if folder is None:
        raise BadInput(
            f"{place(home)} is not a folder of this machine; this command reads its files.",
            "Run it where the warehouse is mounted, and name the folder in CUSTOMER_MASTER_SPARK_WAREHOUSE.",
        )
    version = published_version(folder)
    for whole in sorted(folder.glob(f"*.db/*/{WHOLE}")):
        schema, _, of_version = whole.parent.parent.name.removesuffix(".db").partition("_v")
        # Of the tables behind a view of `inbox`, the last one is made is the one that counts.
        table = whole.parent.name.split("__2")[0] if schema == "inbox" else whole.parent.name
        if (of_version and int(of_version) != version) or not any(whole.parent.glob("*.parquet")):
            continue
        files = str(whole.parent / "*.parquet").replace("'", "''")
        connection.execute(f'create schema if not exists "{schema}"')
        connection.execute(f"""create or replace view "{schema}"."{table}" as from read_parquet('{files}')""")


def published_version(folder: Path) -> int:
    """The last version that is whole, 0 before the first."""
    whole = folder.glob(f"state_v*.db/publication/{WHOLE}")
    return max((int(file.parent.parent.name.removeprefix("state_v").removesuffix(".db")) for file in whole), default=0)


def _copy_inbox(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Makes the inbox's views tables that can be written; the views are in `spark_inbox` then."""
    rows = connection.execute("select view_name, sql from duckdb_views() where schema_name = 'inbox'").fetchall()
    connection.execute("create schema spark_inbox")
    for table, sql in rows:
        connection.execute(sql.replace("inbox.", "spark_inbox.", 1))
        connection.execute(f"drop view inbox.{table}; create table inbox.{table} as from spark_inbox.{table}")
    return [table for table, _ in rows]


def _write_inbox(home: Home, connection: duckdb.DuckDBPyConnection, table: str) -> None:
    file = exchange_folder(home) / f"{table}.parquet"
    connection.execute(f"copy inbox.{table} to '{file}' (format parquet)")
    replace_behind_view(session(home), "inbox", table, f"select * from parquet.`file:{file}`")
    file.unlink()


@contextmanager
def open_raw(home: Home) -> Iterator[duckdb.DuckDBPyConnection]:
    """What tables there are outside the build's own schemas: their columns and, of those that have any, one row."""
    spark = session(home)
    with duckdb.connect() as connection:
        for (schema,) in spark.sql("show databases").collect():
            if OWN_SCHEMAS.fullmatch(schema):
                continue
            connection.execute(f'attach \':memory:\' as "{schema}"; create schema if not exists "{schema}"."{schema}"')
            for row in spark.sql(f"show tables in `{schema}`").collect():
                frame = spark.table(f"`{schema}`.`{row.tableName}`")
                columns = ", ".join(
                    f'"{name}" {TYPES.get(kind, "varchar")}' if "<" in kind else f'"{name}" {TYPES.get(kind, kind)}'
                    for name, kind in frame.dtypes
                )
                table = f'"{schema}"."{schema}"."{row.tableName}"'
                connection.execute(f"create table {table} ({columns})")
                for first in frame.limit(1).collect():
                    connection.execute(f"insert into {table} values ({', '.join('?' * len(first))})", list(first))
        yield connection


def native(home: Home, sql: str) -> str:
    """A query in Spark's SQL, answered now, as a relation for a connection of `open_work`."""
    folder = exchange_folder(home) / hashlib.sha256(sql.encode()).hexdigest()[:16]
    session(home).sql(sql).write.mode("overwrite").parquet(f"file:{folder}")
    return f"(from read_parquet('{folder}/*.parquet'))"


def load(home: Home) -> int:
    """Copies the generated tables into the warehouse, in the place of older ones; returns how many."""
    spark = session(home)
    with duckdb.connect(str(home.raw), read_only=True) as connection:
        tables = connection.execute(
            "select schema_name, table_name from duckdb_tables() where schema_name <> 'main' order by all"
        ).fetchall()
        _refuse_tables_of_others(spark, tables)
        for schema, table in tables:
            file = exchange_folder(home) / f"{schema}.{table}.parquet"
            connection.execute(f"""copy "{schema}"."{table}" to '{file}' (format parquet)""")
            spark.sql(f"create schema if not exists {schema}")
            spark.sql(f"drop table if exists {schema}.{table}")
            spark.sql(f"create table {schema}.{table} using parquet as select * from parquet.`file:{file}`")
            file.unlink()
    return len(tables)


def _refuse_tables_of_others(spark: SparkSession, tables: list[tuple[str, str]]) -> None:
    """Raw tables that stand there without the generator's truth are somebody's own."""
    if spark.catalog.tableExists("truth.records"):
        return
    for schema, table in tables:
        if spark.catalog.tableExists(f"{schema}.{table}"):
            raise BadInput(
                f"The warehouse has a table {schema}.{table} that was not generated.",
                "Made-up tables would take its place: name another warehouse in CUSTOMER_MASTER_SPARK_WAREHOUSE.",
            )
