"""dbt-duckdb plugin: attaches the raw and the published database, read-only, where they exist; limits memory."""

from __future__ import annotations

import os

from dbt.adapters.duckdb.plugins import BasePlugin
from duckdb import DuckDBPyConnection

from customer_master.home import Home


class Plugin(BasePlugin):
    """Called by dbt-duckdb for every new connection, whatever the dbt command."""

    def configure_connection(self, conn: DuckDBPyConnection) -> None:
        home = Home.current()
        for alias, path in (("raw", home.raw), ("published", home.published)):
            if path.exists():
                quoted = str(path).replace("'", "''")
                conn.execute(f"attach if not exists '{quoted}' as {alias} (read_only)")
        if limit := os.environ.get("CUSTOMER_MASTER_MEMORY_LIMIT"):
            conn.execute("set memory_limit = ?", [limit])
