"""Two published versions, value by value: what differs, written down table by table."""

from __future__ import annotations

import os
from dataclasses import dataclass

import duckdb

from customer_master import pipeline
from customer_master.dbt import Dbt
from customer_master.home import PROJECT_DIR, Home
from customer_master.train import Training, train

# `make test-engines CUSTOMERS=44500` compares the versions of 100,000 records.
CUSTOMERS = int(os.environ.get("CUSTOMERS") or 2000)
# When something was done is not what came out; the id of a run is.
RUN_TIMES = {"started_at", "finished_at", "published_at", "code_version"}
REPORTS = PROJECT_DIR / "target" / "parity"


@dataclass(frozen=True)
class Compared:
    """A published table on both: rows of the one, values compared, rows that only the one or only the other has."""

    table: str
    rows: int
    values: int
    only_here: int
    only_there: int


def compare(connection: duckdb.DuckDBPyConnection, engine: str) -> list[Compared]:
    """Every table of database `files` with that of database `engine`; floats to 1e-9."""
    columns = connection.execute(
        "select schema_name || '.' || table_name, column_name, data_type from duckdb_columns() "
        "where database_name = 'files' order by 1, column_index"
    ).fetchall()
    compared = []
    for table in sorted({name for name, _, _ in columns}):
        values = [
            f"round({column}, 9)" if kind == "DOUBLE" else f'"{column}"'
            for name, column, kind in columns
            if name == table and column not in RUN_TIMES
        ]
        here, there = (f"select {', '.join(values)} from {place}.{table}" for place in ("files", engine))
        only = "select count(*) from ({} except all {})"
        sql = f"select (select count(*) from ({here})), ({only.format(here, there)}), ({only.format(there, here)})"
        rows, only_here, only_there = connection.execute(sql).fetchone()
        compared.append(Compared(table, rows, rows * len(values), only_here, only_there))
    assert sum(table.rows for table in compared) > 50_000
    return compared


def differences(compared: list[Compared]) -> dict[str, tuple[int, int]]:
    """The tables whose rows differ."""
    return {
        table.table: (table.only_here, table.only_there) for table in compared if table.only_here or table.only_there
    }


def write_report(engine: str, day: int, compared: list[Compared]) -> None:
    """target/parity/<engine>_day_<day>.txt: what `make test-engines` shows at its end."""
    REPORTS.mkdir(parents=True, exist_ok=True)
    counts = [(table.table, table.rows, table.values, table.only_here + table.only_there) for table in compared]
    counts.append(("all", *(sum(row[column] for row in counts) for column in (1, 2, 3))))
    lines = [f"{table:<40} {rows:>9,} {values:>11,} {differing:>9,}" for table, rows, values, differing in counts]
    head = f"{f'{engine} and DuckDB, day {day}':<40} {'rows':>9} {'values':>11} {'differing':>9}"
    (REPORTS / f"{engine}_day_{day}.txt").write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")


def learn(home: Home) -> Training:
    """Trains on the pairs that the last build compared; a build leaves out what only training counts."""
    pipeline.build_without_tests(Dbt(home), "random_pattern_counts")
    return train(home)
