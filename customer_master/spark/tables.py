"""Tables of the Spark warehouse: loaded from the generator, read by DuckDB from their files, asked through Spark."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlparse

import duckdb

from customer_master.errors import BadInput
from customer_master.home import Home
from customer_master.spark.session import session, setting, warehouse_folder

if TYPE_CHECKING:
    from pyspark.sql import Row

# Spark writes it when a table's files are whole.
WHOLE = "_SUCCESS"


class SparkConnection:
    """Answers SQL as a DuckDB connection does, from Spark: for queries whose answers are small."""

    def __init__(self) -> None:
        self._spark = session()
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

    def __enter__(self) -> SparkConnection:
        return self

    def __exit__(self, *_: object) -> None:
        pass


def place(home: Home) -> str:
    """The warehouse, for people."""
    return f"Spark warehouse {warehouse_folder(home)}"


def local_warehouse(home: Home) -> Path | None:
    """The warehouse as a folder of this machine, None where it is elsewhere (s3a://, hdfs://)."""
    parts = urlparse(warehouse_folder(home))
    return Path(parts.path) if parts.scheme in ("", "file") else None


def has_table(home: Home, schema: str, table: str) -> bool:
    """Whether a table or view is there; without starting Spark where its files tell."""
    folder = local_warehouse(home)
    if folder is None:
        return session().catalog.tableExists(f"{schema}.{table}")
    return any((folder / f"{schema}.db").glob(f"{table}*/{WHOLE}"))


def attach(connection: duckdb.DuckDBPyConnection, home: Home) -> None:
    """Shows the warehouse's tables to DuckDB, by schema and name, as views of their files."""
    folder = local_warehouse(home)
    if folder is None:
        raise BadInput(
            f"{place(home)} is not a folder of this machine; this command reads its files.",
            "Run it where the warehouse is mounted, and name the folder in CUSTOMER_MASTER_SPARK_WAREHOUSE.",
        )
    for whole in sorted(folder.glob(f"*.db/*/{WHOLE}")):
        table = whole.parent
        # The rows that stand for a table of `inbox` now: of several, the last.
        schema, name = table.parent.name.removesuffix(".db"), table.name.split("__2")[0]
        if any(table.glob("*.parquet")):
            escaped = str(table).replace("'", "''")
            connection.execute(f'create schema if not exists "{schema}"')
            connection.execute(
                f"""create or replace view "{schema}"."{name}" as from read_parquet('{escaped}/*.parquet')"""
            )


def load(home: Home) -> int:
    """Copies the generated tables into the warehouse, in the place of older ones; returns how many."""
    spark = session()
    exported = home.path / "spark" / "generated"
    with duckdb.connect(str(home.raw), read_only=True) as connection:
        tables = connection.execute(
            "select schema_name, table_name from duckdb_tables() where schema_name <> 'main' order by all"
        ).fetchall()
        _refuse_tables_of_others(tables)
        for schema, table in tables:
            file = exported / schema / f"{table}.parquet"
            file.parent.mkdir(parents=True, exist_ok=True)
            connection.execute(f"""copy "{schema}"."{table}" to '{file}' (format parquet)""")
    for schema, table in tables:
        spark.sql(f"create schema if not exists {schema}")
        spark.sql(f"drop table if exists {schema}.{table}")
        files = f"parquet.`file:{exported / schema / table}.parquet`"
        spark.sql(f"create table {schema}.{table} using parquet as select * from {files}")
    shutil.rmtree(exported)
    return len(tables)


def _refuse_tables_of_others(tables: list[tuple[str, str]]) -> None:
    """Raw tables that stand there without the generator's truth are somebody's own."""
    catalog = session().catalog
    if catalog.tableExists("truth.records"):
        return
    for schema, table in tables:
        if catalog.tableExists(f"{schema}.{table}"):
            raise BadInput(
                f"The warehouse has a table {schema}.{table} that was not generated.",
                "Made-up tables would take its place: name another warehouse in CUSTOMER_MASTER_SPARK_WAREHOUSE.",
            )
