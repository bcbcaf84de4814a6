"""Files written, read and mapped as `customer-master try` does it."""

from __future__ import annotations

import csv
from pathlib import Path

import duckdb

from customer_master.trial.mapping import Mapping, guess_mapping, write_records
from customer_master.trial.reading import read_files

PERSONS = ["Anna Berg", "John Miller", "Maria Lopez", "Peter Schmidt", "Laura Rossi", "Robert Allen"]
FIRMS = [
    "Miller Trading Ltd",
    "Bäckerei Groß GmbH",
    "Acme Inc.",
    "Garage Dupont SARL",
    "Nordbau AG",
    "Rossi Consulting",
]
PHONES = ["+49 731 55123", "0171 5551234", "(212) 555-0147", "020 7946 0123", "+1 415 555 0100", "01 42 68 53 00"]


class Trial:
    """One connection, and a folder for the files."""

    def __init__(self, folder: Path, connection: duckdb.DuckDBPyConnection) -> None:
        self.folder = folder
        self.connection = connection

    def map(
        self, columns: dict[str, list[str]], told: dict[str, list[str]] | None = None, also_match: tuple[str, ...] = ()
    ) -> Mapping:
        """`columns`: header -> values; short lists are repeated."""
        length = max(len(values) for values in columns.values())
        path = self.folder / "customers.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(columns)
            writer.writerows([[values[row % len(values)] for values in columns.values()] for row in range(length)])
        return self.map_files([path], told, also_match)

    def map_files(
        self, paths: list[Path], told: dict[str, list[str]] | None = None, also_match: tuple[str, ...] = ()
    ) -> Mapping:
        loaded = read_files(self.connection, list(paths))
        return guess_mapping(self.connection, loaded, told, also_match)

    def records(self, mapping: Mapping, columns: str) -> list[tuple[str | None, ...]]:
        write_records(self.connection, mapping)
        return self.connection.execute(f"select {columns} from records order by row_number").fetchall()
