"""The raw tables that a connection of `warehouse.open_raw` sees, by the names dbt knows them by."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches

import duckdb


@dataclass(frozen=True)
class RawTable:
    """A table of the warehouse, and its columns with their types."""

    database: str
    schema: str
    name: str
    columns: dict[str, str]

    @property
    def sql(self) -> str:
        return ".".join(quoted(part) for part in (self.database, self.schema, self.name))

    def __str__(self) -> str:
        return f"{self.database}.{self.schema}.{self.name}"


def quoted(identifier: str) -> str:
    return '"' + identifier.replace('"', '""') + '"'


def read_tables(connection: duckdb.DuckDBPyConnection) -> list[RawTable]:
    """Every table and view of the attached databases."""
    rows = connection.execute(
        "select table_catalog, table_schema, table_name, column_name, data_type "
        "from information_schema.columns order by table_catalog, table_schema, table_name, ordinal_position"
    ).fetchall()
    tables: dict[tuple[str, str, str], dict[str, str]] = {}
    for database, schema, name, column, data_type in rows:
        tables.setdefault((database, schema, name), {})[column] = data_type
    return [RawTable(*key, columns) for key, columns in tables.items()]


def find_table(tables: list[RawTable], database: str, schema: str, name: str) -> RawTable | None:
    wanted = (database.lower(), schema.lower(), name.lower())
    return next((t for t in tables if (t.database.lower(), t.schema.lower(), t.name.lower()) == wanted), None)


def nearest(name: str, names: list[str]) -> str | None:
    """The name among `names` that looks most like `name`, if any does."""
    by_lower = {n.lower(): n for n in names}
    found = get_close_matches(name.lower(), list(by_lower), n=1, cutoff=0.5)
    return by_lower[found[0]] if found else None
