"""The same models on PostgreSQL: every mart as DuckDB makes it, value by value; publishing in one transaction."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import psycopg2
import pytest
from conftest import run_cli
from postgres_server import environment, postgres_server

from customer_master import pipeline, postgres
from customer_master.home import PROJECT_DIR, Home

CUSTOMERS = 2000
# When something was done is not what came out; the id of a run is.
RUN_TIMES = {"started_at", "finished_at", "published_at", "code_version"}


@dataclass(frozen=True)
class Twins:
    """The same raw tables, built with the shipped parameters and published on both."""

    files: Home
    home: Home
    variables: dict[str, str]

    def connect(self) -> duckdb.DuckDBPyConnection:
        """Both published versions, as databases `files` and `server`."""
        connection = duckdb.connect()
        connection.execute(f"attach '{self.files.published}' as files (read_only)")
        with environment(self.variables):
            postgres.attach(connection, "server")
        return connection


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Twins]:
    files, home = (Home(tmp_path_factory.mktemp(name)) for name in ("files", "server"))
    with postgres_server(tmp_path_factory.mktemp("pg")) as variables:
        with pipeline.settings(match_parameter_version="seed"):
            pipeline.generate(files, CUSTOMERS, seed=1)
            pipeline.build(files)
            with environment(variables):
                pipeline.generate(home, CUSTOMERS, seed=1)
                pipeline.build(home)
        yield Twins(files, home, variables)


def test_every_published_table_is_the_same(twins: Twins) -> None:
    differing = {}
    with twins.connect() as connection:
        tables = connection.execute(
            "select schema_name, table_name, list(column_name order by column_index) from duckdb_columns() "
            "where database_name = 'files' group by all order by all"
        ).fetchall()
        for schema, table, columns in tables:
            types = dict(
                connection.execute(
                    "select column_name, data_type from duckdb_columns() "
                    "where database_name = 'files' and schema_name = $1 and table_name = $2",
                    [schema, table],
                ).fetchall()
            )
            values = ", ".join(
                f"round({column}, 9)" if types[column] == "DOUBLE" else f'"{column}"'
                for column in columns
                if column not in RUN_TIMES
            )
            here, there = (f"select {values} from {place}.{schema}.{table}" for place in ("files", "server"))
            count = "select count(*) from ({} except all {})"
            rows = connection.execute(f"select ({count.format(here, there)}), ({count.format(there, here)})").fetchone()
            if rows != (0, 0):
                differing[f"{schema}.{table}"] = rows
    assert len(tables) > 20
    assert not differing
