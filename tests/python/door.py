"""dbt on the door alone, against raw tables some of whose rows are no records."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from customer_master import warehouse
from customer_master.dbt import close_connections
from customer_master.home import PROJECT_DIR, Home

# The door alone: its models, and those data tests that need nothing behind it.
THE_DOOR = ("--indirect-selection", "cautious", "--select", "+source_records", "+rejected_records_found")
THE_DOOR += ("+source_contact_points", "every_received_row_is_accepted_or_rejected")
DIRTY_ROWS = """
    create schema raw_copies;
    create table raw_copies.rows_without_key as select 'x' as colour from range(2);
    alter table stripe.customer alter created type varchar;
    alter table stripe.customer drop column phone;
    insert into stripe.customer by name
    select * from (values
        (null, 'No Key', '2020-01-01'), (' ', 'Blank Key', '2020-01-01'),
        ('cus_twice', 'Old Name', '2020-01-01'), ('cus_twice', 'New Name', '2021-01-01'),
        ('cus_Z', 'Capital', 'not a date')
    ) as rows_to_reject(id, name, created);
"""


def dbt(home: Home, *arguments: str, project: Path = PROJECT_DIR, systems: list[str] | None = None):
    """Calls dbt in this process; returns its result, with the messages of what failed as `said`."""
    from dbt.cli.main import dbtRunner  # noqa: PLC0415 - a second to import

    variables = ["--vars", json.dumps({"source_systems": systems})] if systems else []
    paths = ["--project-dir", str(project), "--profiles-dir", str(project), "--target-path", str(home.path / "target")]
    quiet = ["--log-path", str(home.path / "logs"), "--log-level", "none", "--no-use-colors"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CUSTOMER_MASTER_HOME", str(home.path))
        close_connections()
        try:
            outcome = dbtRunner().invoke([*arguments, *paths, *quiet, *variables])
        finally:
            close_connections()
    nodes = getattr(outcome.result, "results", None) or []
    failed = [f"{r.node.name}: {r.message}" for r in nodes if r.status in ("error", "fail")]
    return SimpleNamespace(success=outcome.success, result=outcome.result, said=f"{outcome.exception or ''}{failed}")


def rows(home: Home, sql: str) -> list[tuple]:
    with warehouse.open_raw(home) as connection:
        return connection.execute(sql).fetchall()
