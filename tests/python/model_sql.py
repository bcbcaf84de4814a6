"""Runs models of the standardized layer on given rows without dbt: their SQL, rendered, as views in DuckDB."""

from __future__ import annotations

import re
from functools import cache

import duckdb
import yaml
from macro_sql import macro_environment

from customer_master.home import PROJECT_DIR
from customer_master.project import project_vars

MODELS = PROJECT_DIR / "models" / "intermediate" / "1_standardized"
SEEDS = PROJECT_DIR / "seeds" / "reference"


@cache
def seed_types() -> dict[str, dict[str, str]]:
    described = yaml.safe_load((SEEDS / "_reference__seeds.yml").read_text(encoding="utf-8"))["seeds"]
    return {seed["name"]: seed.get("config", {}).get("column_types", {}) for seed in described}


def model_sql(name: str) -> str:
    environment, macros = macro_environment()
    names = {"ref": lambda model: model, "config": lambda **_: "", "var": project_vars().__getitem__}
    return environment.from_string(macros + (MODELS / f"{name}.sql").read_text(encoding="utf-8")).render(names).strip()


def create(database: duckdb.DuckDBPyConnection, name: str) -> None:
    """Makes a model or seed and what it reads, unless it is there already."""
    if database.execute("select count(*) from duckdb_tables() where table_name = $1", [name]).fetchone()[0]:
        return
    if not (MODELS / f"{name}.sql").exists():
        types = "".join(f"'{column}': '{kind}', " for column, kind in seed_types()[name].items())
        reading = f"read_csv('{SEEDS / name}.csv', all_varchar = {not types}, auto_detect = true, types = {{{types}}})"
        if not types:
            reading = f"read_csv('{SEEDS / name}.csv', all_varchar = true)"
        database.execute(f"create table {name} as select * from {reading}")
        return
    text = (MODELS / f"{name}.sql").read_text(encoding="utf-8")
    for parent in re.findall(r"ref\('(\w+)'\)", text):
        create(database, parent)
    database.execute(f"create or replace view {name} as {model_sql(name)}")


def database_of(**tables: str) -> duckdb.DuckDBPyConnection:
    """A database in which some models are given as queries and the rest are made on demand."""
    database = duckdb.connect()
    database.execute("set threads = 2")
    for name, query in tables.items():
        database.execute(f"create table {name} as {query}")
    return database
