"""A home whose standardized records and pairs a test writes by hand, to run the models of 3_identity on."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import duckdb

from customer_master.dbt import Dbt
from customer_master.home import Home

SCHEMAS = ("staging", "intermediate", "state", "inbox")
INPUTS = {
    "standardized_records": """record_no bigint, record_id text, source_system text, source_object text,
        customer_role text, record_status text, party_type text, full_name text, organization_name text,
        birth_date date, birth_date_precision text, source_created_at timestamp, source_updated_at timestamp""",
    "standardized_identifiers": "record_no bigint, identifier_kind text, identifier_value text, is_valid boolean",
    "scored_pairs": """record_no_l bigint, record_no_r bigint, match_weight double, match_probability double,
        decision_before_guards text""",
    "declared_links": "record_no_l bigint, record_no_r bigint, link_kind text",
}
LAYER = "path:models/intermediate/3_identity"


class IdentityHome:
    """Inputs written by hand, models run by dbt, results read back."""

    def __init__(self, path: Path) -> None:
        self.home = Home(path)
        self.dbt = Dbt(self.home)
        path.mkdir(parents=True, exist_ok=True)
        with duckdb.connect(str(self.home.work)) as work:
            for schema in SCHEMAS:
                work.execute(f"create schema {schema}")
            for table, columns in INPUTS.items():
                work.execute(f"create table intermediate.{table} ({columns})")

    def fill(self, **tables: list[dict]) -> None:
        """Replaces the rows of the named inputs (other intermediate tables are made from the rows)."""
        with duckdb.connect(str(self.home.work)) as work:
            for table, rows in tables.items():
                schema = "inbox" if table == "steward_decisions" else "intermediate"
                work.execute(f"delete from {schema}.{table}")
                _insert(work, f"{schema}.{table}", rows)

    def make(self, table: str, columns: str, rows: list[dict]) -> None:
        """Makes a table in the place of a model that a test does not run."""
        with duckdb.connect(str(self.home.work)) as work:
            work.execute(f"create or replace table intermediate.{table} ({columns})")
            _insert(work, f"intermediate.{table}", rows)

    def run(self, *select: str) -> None:
        self.dbt.run("run", "--select", *select)

    def rows(self, query: str) -> list[tuple]:
        with duckdb.connect(str(self.home.work), read_only=True) as work:
            return work.execute(query).fetchall()

    def publish(self, version: int) -> None:
        """What publishing does to `state`: the next state becomes the published one."""
        models = [node for node in self.dbt.manifest().nodes.values() if node.config.meta.get("state_table")]
        self.home.published.parent.mkdir(exist_ok=True)
        self.home.published.unlink(missing_ok=True)
        with duckdb.connect(str(self.home.published)) as published:
            published.execute(f"attach '{self.home.work}' as work (read_only)")
            published.execute("create schema state")
            built = {name for (name,) in published.execute("select table_name from duckdb_tables()").fetchall()}
            for node in models:
                if node.name in built:
                    table = node.config.meta["state_table"]
                    published.execute(f"create table state.{table} as from work.{node.schema}.{node.name}")
            published.execute("create table state.build_runs as from work.inbox.build_runs limit 0")
            published.execute(f"insert into state.build_runs (published_version) values ({version})")


def _insert(work: duckdb.DuckDBPyConnection, table: str, rows: list[dict]) -> None:
    if rows:
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            json.dump(rows, file)
            file.flush()
            work.execute(f"insert into {table} by name from read_json('{file.name}', format = 'array')")
