"""Before a build: are the raw tables there, with the columns the project cannot do without?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import duckdb

from customer_master import warehouse
from customer_master.home import PROJECT_DIR, Home
from customer_master.project import project_vars
from customer_master.raw_tables import RawTable, find_table, nearest, read_tables

if TYPE_CHECKING:
    from dbt.contracts.graph.manifest import Manifest

# What a key, a name or a contact may be stored as; a whole number is read as its digits.
READABLE_TYPE = re.compile(r"(VARCHAR|CHAR|TEXT|STRING|UUID|JSON|ENUM|U?(TINY|SMALL|BIG|HUGE)?INT|U?INTEGER)\b")

# Folders of models/staging that are no system of a company: what was published, and the files of `try`.
NO_SYSTEMS = ("state", "try")


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with the raw data: where, what, and what to do about it."""

    severity: Literal["error", "warning"]
    table: str
    column: str | None
    what: str
    todo: str

    def __str__(self) -> str:
        where = f"{self.table}.{self.column}" if self.column else self.table
        return f"{self.severity}: {where} {self.what}. {self.todo}"


def check_system_folders(project: Path = PROJECT_DIR) -> list[Problem]:
    """Is every listed system there, as a folder? Asked before dbt parses, which would only miss a model."""
    systems = project_vars(project)["source_systems"]
    folders = system_folders(project)
    return [
        Problem(
            "error",
            "dbt_project.yml",
            None,
            f"lists {system!r} in source_systems, but there is no folder models/staging/{system}",
            (f"Did you mean {near!r}? " if (near := nearest(system, folders)) else "")
            + f"`customer-master add-system {system} --from schema.table` writes the folder.",
        )
        for system in systems
        if system not in folders
    ]


def system_folders(project: Path = PROJECT_DIR) -> list[str]:
    """The systems that models/staging has a folder for, listed in source_systems or not."""
    return sorted(p.name for p in (project / "models/staging").iterdir() if p.is_dir() and p.name not in NO_SYSTEMS)


def check_sources(manifest: Manifest, home: Home) -> list[Problem]:
    """Compare the enabled systems' sources with the warehouse; an empty list means the build can start."""
    sources = sorted((s for s in manifest.sources.values() if s.fqn[2] != "state"), key=lambda s: s.unique_id)
    with warehouse.open_raw(home) as connection:
        tables = read_tables(connection)
        problems: list[Problem] = []
        empty: list[RawTable] = []
        for source in sources:
            table = find_table(tables, source.database, source.schema, source.identifier)
            if table is None:
                problems.append(_missing_table(source, tables))
                continue
            problems += _column_problems(source, table)
            if _is_empty(connection, table):
                empty.append(table)
    severity: Literal["error", "warning"] = "error" if sources and len(empty) == len(sources) else "warning"
    todo = {
        "error": "Every raw table is empty: load them first; nothing would be left of what was published.",
        "warning": "The build goes on without it; if it should hold rows, load it and build again.",
    }[severity]
    return problems + [Problem(severity, str(table), None, "is empty", todo) for table in empty]


def _missing_table(source: Any, tables: list[RawTable]) -> Problem:
    """Says which part of database.schema.table is not there, and which setting names it."""
    system = source.source_name
    full_name = f"{source.database}.{source.schema}.{source.identifier}"
    in_database = [t for t in tables if t.database.lower() == source.database.lower()]
    in_schema = [t.name for t in in_database if t.schema.lower() == source.schema.lower()]
    if not in_database:
        what = f"does not exist: there is no database {source.database!r}, or it is empty"
        todo = "`customer-master generate` makes one to try with; for your own, set"
        setting, near = f"{system}_database", None
    elif not in_schema:
        what = f"does not exist: there is no schema {source.schema!r}"
        todo, setting = "Set", f"{system}_schema"
        near = nearest(source.schema, sorted({t.schema for t in in_database}))
    else:
        what = "does not exist"
        todo, setting = "Load it, or set", f"{system}_{source.name}_identifier"
        near = nearest(source.identifier, in_schema)
    hint = f" (the nearest one is {near!r})" if near else ""
    switch = f", or take {system!r} out of source_systems" if in_database else ""
    return Problem("error", full_name, None, what + hint, f"{todo} var {setting} in dbt_project.yml{switch}.")


def _column_problems(source: Any, table: RawTable) -> list[Problem]:
    types = {name.lower(): data_type for name, data_type in table.columns.items()}
    problems = []
    for column in source.columns.values():
        if not (column.config.meta.get("required") or column.meta.get("required")):
            continue
        data_type = types.get(column.name.lower().strip('"'))
        if data_type is None:
            near = nearest(column.name, list(table.columns))
            hint = f" (the nearest one is {near!r})" if near else ""
            todo = f"Add it to what lands in {table}, or rename it in a view and set var "
            todo += f"{source.source_name}_{source.name}_identifier to that view."
            problems.append(Problem("error", str(table), column.name, "is required and missing" + hint, todo))
        elif not READABLE_TYPE.match(data_type) or data_type.endswith("]"):
            what = f"has type {data_type}, which loses or hides the value"
            todo = "Load it as text (keys keep their leading zeros then), or cast it in a view."
            problems.append(Problem("error", str(table), column.name, what, todo))
    return problems


def _is_empty(connection: duckdb.DuckDBPyConnection, table: RawTable) -> bool:
    return not connection.execute(f"select 1 from {table.sql} limit 1").fetchall()
