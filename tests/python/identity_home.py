"""A home whose standardized records and pairs a test writes by hand, to run the models of 3_identity on."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import duckdb

from customer_master.dbt import Dbt
from customer_master.home import Home
from customer_master.publish import copy_tables, relations_to_publish

SCHEMAS = ("staging", "intermediate", "state", "inbox")
INPUTS = {
    "standardized_records": """record_no bigint, record_id text, source_system text, source_object text,
        customer_role text, record_status text, party_type text, full_name text, organization_name text,
        birth_date date, birth_date_precision text, source_created_at timestamp, source_updated_at timestamp""",
    "standardized_identifiers": "record_no bigint, identifier_kind text, identifier_value text, is_valid boolean",
    "scored_pairs": """record_no_l bigint, record_no_r bigint, match_weight double, match_probability double,
        decision_before_guards text""",
    "match_parameters": "match_model text, comparison text, level integer, p_match double",
    "declared_links": "record_no_l bigint, record_no_r bigint, link_kind text",
}
CLUSTERING = [
    "decisions_in_force",
    "match_edges",
    "match_components",
    "guard_values",
    "guard_violations",
    "cluster_links",
    "guarded_components",
    "clusters",
    "cluster_confidence",
    "lone_links",
    "cluster_parts",
    "cluster_bridges",
    "cluster_quality",
    "cut_pairs",
]
IDENTITY = [
    "published_crosswalk",
    "customer_claims",
    "cluster_customers",
    "customer_fates",
    "record_customers",
    "identity_changes",
    "next_crosswalk_versions",
    "next_customer_registry",
    "next_identity_events",
    "next_customer_redirects",
]


class IdentityHome:
    """Inputs written by hand, models run by dbt, results read back."""

    def __init__(self, path: Path) -> None:
        self.home = Home(path)
        path.mkdir(parents=True, exist_ok=True)
        with duckdb.connect(str(self.home.work)) as work:
            for schema in SCHEMAS:
                work.execute(f"create schema {schema}")
            for table, columns in INPUTS.items():
                work.execute(f"create table intermediate.{table} ({columns})")
            work.execute("insert into intermediate.match_parameters values ('person', 'birth_date', 0, 0.01)")

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
        Dbt(self.home).run("run", "--select", *select)

    def rows(self, query: str) -> list[tuple]:
        with duckdb.connect(str(self.home.work), read_only=True) as work:
            return work.execute(query).fetchall()

    def publish(self, version: int) -> None:
        """What publishing does to `state`: the next state becomes the published one."""
        previous, fresh = self.home.published.with_suffix(".previous"), self.home.published.with_suffix(".next")
        fresh.parent.mkdir(exist_ok=True)
        with duckdb.connect(str(self.home.work)) as work:
            if self.home.published.exists():
                work.execute(f"attach '{self.home.published.rename(previous)}' as published (read_only)")
            work.execute(f"attach '{fresh}' as next")
            tables = work.execute("select table_schema, table_name from information_schema.tables").fetchall()
            built = {f'"{schema}"."{name}"' for schema, name in tables}
            _, states = relations_to_publish(Dbt(self.home))
            copy_tables(work, {}, {table: made for table, made in states.items() if made in built})
            work.execute(f"insert into next.state.build_runs (run_no, published_version) values ({version}, {version})")
        fresh.rename(self.home.published)


def _insert(work: duckdb.DuckDBPyConnection, table: str, rows: list[dict]) -> None:
    if rows:
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            json.dump(rows, file)
            file.flush()
            work.execute(f"insert into {table} by name from read_json('{file.name}', format = 'array')")
