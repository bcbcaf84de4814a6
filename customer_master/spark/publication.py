"""Publishing on Spark: a version is written beside the published one, and views turn to it last.

Version 7 is the schemas core_v7, governance_v7, state_v7; `core.dim_customer` is a view of `core_v7.dim_customer`. The
version is published when table state_v7.publication exists: it is made when all others are whole. A crash before that
leaves the version before; a crash after it leaves views that still show the version before, some or all, until the next
session turns the rest.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from customer_master import __version__
from customer_master.errors import NotPublishable
from customer_master.home import Home
from customer_master.spark import tables
from customer_master.spark.session import drop_versions, published_version, replace_behind_view, session, turn_views

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


def has_published(home: Home) -> bool:
    folder = tables.local_warehouse(home)
    return (tables.published_version(folder) if folder else published_version(session(home))) > 0


def publish(
    home: Home,
    marts: dict[str, str],
    states: dict[str, str],
    run_no: int,
    version: int,
    gates: list[dict[str, Any]],
) -> dict[str, int]:
    """Writes a build as the next version and turns the views to it: rows per published table.

    Raises NotPublishable when another version was published meanwhile, or when a name is taken by a table of others.
    """
    spark = session(home)
    published = published_version(spark)
    if published != version - 1:
        raise NotPublishable(
            f"Version {published} was published meanwhile; the build was made on version {version - 1}.",
            "Run `customer-master build` to build on top of it.",
        )
    unchanged = {f'"state"."{row.tableName}"': f"state.{row.tableName}" for row in _objects(spark, "state")}
    quoted = marts | unchanged | states
    relations = {name.replace('"', ""): relation.replace('"', "") for name, relation in quoted.items()}
    _refuse_to_overwrite(spark, sorted(relations))
    drop_versions(spark, lambda number: number == version)
    counts = {}
    for name, relation in relations.items():
        schema, table = name.split(".")
        spark.sql(f"create schema if not exists {schema}_v{version}")
        rows = f"select * from {relation}"
        if table == "build_runs":
            rows = _stamped(relation, spark.table(relation).columns, run_no, version, gates)
        spark.sql(f"create table {schema}_v{version}.{table} using parquet as {rows}")
        counts[name] = spark.table(f"{schema}_v{version}.{table}").count()
    # From here on it is published.
    spark.sql(f"create table state_v{version}.publication using parquet as select {version} as version")
    turn_views(spark)
    for row in _objects(spark, "inbox"):
        if "__2" not in row.tableName:
            replace_behind_view(spark, "inbox", row.tableName, f"select * from inbox.{row.tableName} where false")
    drop_versions(spark, lambda number: number < version - 1)
    return counts


def _objects(spark: SparkSession, schema: str) -> list[Any]:
    return [row for row in spark.sql(f"show tables in {schema}").collect() if not row.isTemporary]


def _refuse_to_overwrite(spark: SparkSession, names: list[str]) -> None:
    """Only views are turned; a table of that name is somebody's own."""
    for name in names:
        if spark.catalog.tableExists(name) and spark.catalog.getTable(name).tableType != "VIEW":
            raise NotPublishable(
                f"{name} is a table, not a view that customer-master made.", "Move it away and publish again."
            )


def _stamped(relation: str, columns: list[str], run_no: int, version: int, gates: list[dict[str, Any]]) -> str:
    """Query: the runs, this one with its version, when it was published, and through which gates."""
    now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    told = json.dumps(gates).replace("\\", "\\\\").replace("'", "''")
    finished = "(select max({0}) from inbox.build_runs where run_no = " + str(run_no) + ")"
    stamps = {
        "status": "'published'",
        "published_version": f"cast({version} as bigint)",
        "published_at": f"cast('{now}' as timestamp)",
        "gates": f"'{told}'",
        "finished_at": finished.format("finished_at"),
        "code_version": f"'{__version__}'",
    }
    values = ", ".join(
        f"case when run_no = {run_no} then {stamps[name]} else {name} end as {name}" if name in stamps else name
        for name in columns
    )
    return f"select {values} from {relation}"
