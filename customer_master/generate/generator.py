"""Runs the SQL files that generate raw.duckdb: thin, because everything that happens is in generate/sql/."""

from __future__ import annotations

import os
from pathlib import Path

import duckdb

from customer_master.home import Home

HERE = Path(__file__).resolve().parent
SQL_FILES = tuple(sorted((HERE / "sql").glob("*.sql")))

# What is written, by schema.
TABLES: dict[str, tuple[str, ...]] = {
    "salesforce": ("account", "contact", "lead"),
    "sap": ("kna1", "adrc", "adr6", "but000", "cvi_cust_link", "knvh"),
    "stripe": ("customer",),
    "shopify": ("customer", "customer_address"),
    "hubspot": ("contact", "company", "contact_merge_audit"),
    "zendesk": ("user", "organization"),
    "loyalty": ("loyalty_program_member",),
    "truth": ("entities", "records", "households", "relationships", "events"),
}


def generate(home: Home, customers: int, seed: int, day: int = 0) -> Path:
    """Write HOME/raw.duckdb as a whole: a reader sees the old file or the new one, never half of one.

    Day 0 is the first load; a later day is the same world with everything that happened up to it.
    """
    if customers < 1:
        raise ValueError(f"customers must be at least 1, not {customers}")
    if day < 0:
        raise ValueError(f"day must be at least 0, the first load, not {day}")
    home.path.mkdir(parents=True, exist_ok=True)
    unfinished = home.raw.with_name(f"raw.{os.getpid()}.unfinished.duckdb")
    try:
        with duckdb.connect(str(unfinished)) as connection:
            build(connection, customers, seed, day)
            connection.execute("checkpoint")
        os.replace(unfinished, home.raw)
    finally:
        for leftover in (unfinished, unfinished.with_name(unfinished.name + ".wal")):
            leftover.unlink(missing_ok=True)
    return home.raw


def build(connection: duckdb.DuckDBPyConnection, customers: int, seed: int, day: int = 0) -> None:
    """Run every SQL file in its order on an empty database."""
    # Joins run as written: the optimizer would first multiply the lists with each other.
    connection.execute("set disabled_optimizers = 'join_order'")
    connection.execute("set enable_progress_bar = false")
    connection.execute("set variable customers = ?", [customers])
    connection.execute("set variable seed = ?", [str(seed)])
    connection.execute("set variable day = ?", [day])
    connection.execute("set variable data = ?", [str(HERE / "data")])
    for sql_file in SQL_FILES:
        connection.execute(sql_file.read_text(encoding="utf-8"))
