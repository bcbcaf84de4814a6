"""Publishing: the marts and `state` of a finished build take the place of the published ones, as a whole.

On DuckDB one new file replaces the published one; on PostgreSQL schemas are swapped in one transaction (postgres.py);
on Spark a version is written beside the published one and the views turn to it (spark/publication.py).
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from customer_master import __version__, warehouse
from customer_master.dbt import Dbt, known_cause
from customer_master.errors import CustomerMasterError, GateFailed, Locked, NotPublishable
from customer_master.home import Home


@dataclass(frozen=True)
class Published:
    """What was published: the version, the place, and rows per table."""

    version: int
    place: str
    tables: dict[str, int]


def publish(home: Home, dbt: Dbt, accepted_gates: Iterable[str] = ()) -> Published:
    """Publishes the build in the work database; call it with the home locked and no dbt connection open."""
    marts, states = relations_to_publish(dbt)
    if not warehouse.has_build(home):
        raise NotPublishable(f"There is no build in {warehouse.place(home)}.", "Run `customer-master build` first.")
    if not warehouse.is_files():
        return _publish_elsewhere(home, marts, states, set(accepted_gates))
    remove_leftovers(home)
    temporary = home.published.with_name(f"{home.published.name}.{os.getpid()}.tmp")
    try:
        with duckdb.connect(str(home.work)) as connection:
            if home.published.exists():
                connection.execute(f"attach {_literal(home.published)} as published (read_only)")
            run_no, version = finished_run(connection)
            gates = check_gates(connection, set(accepted_gates))
            home.published.parent.mkdir(parents=True, exist_ok=True)
            connection.execute(f"attach {_literal(temporary)} as next")
            tables = copy_tables(connection, marts, states)
            stamp_run(connection, run_no, version, gates)
            connection.execute("checkpoint next")
            connection.execute("detach next")
            replace_file(temporary, home.published)
            clear_inbox(connection)
    except duckdb.Error as error:
        raise _explain(error) from error
    finally:
        for leftover in (temporary, Path(f"{temporary}.wal")):
            leftover.unlink(missing_ok=True)
    return Published(version, str(home.published), tables)


def _publish_elsewhere(
    home: Home, marts: dict[str, str], states: dict[str, str], accepted_gates: set[str]
) -> Published:
    with warehouse.engine().open_checks(home) as connection:
        run_no, version = finished_run(connection)
        gates = check_gates(connection, accepted_gates, warehouse.unpublished("governance"))
    tables = warehouse.engine().publish(home, marts, states, run_no, version, gates)
    return Published(version, warehouse.place(home), tables)


def relations_to_publish(dbt: Dbt) -> tuple[dict[str, str], dict[str, str]]:
    """From the manifest: {published name: relation} of every mart, and {state table: relation} of every next state."""
    marts, states = {}, {}
    models = [node for node in dbt.manifest().nodes.values() if node.resource_type == "model"]
    for node in sorted(models, key=lambda node: node.unique_id):
        relation = f'"{node.schema}"."{node.alias}"'
        if node.fqn[1] == "marts" and node.config.materialized != "ephemeral":
            published = node.schema.removeprefix(warehouse.unpublished(""))
            marts[f'"{published}"."{node.alias}"'] = relation
        if table := node.config.meta.get("state_table"):
            other = states.setdefault(f'"state"."{table}"', relation)
            if other != relation:
                raise CustomerMasterError(f"Both {other} and {relation} say `meta: {{state_table: {table}}}`.")
    return marts, states


def finished_run(connection: duckdb.DuckDBPyConnection) -> tuple[int, int]:
    """(run number, version it becomes) of the last run, when it may be published."""
    try:
        row = connection.execute(
            "select run_no, status, built_on_version from inbox.build_runs order by run_no desc limit 1"
        ).fetchone()
        published = connection.execute("select coalesce(max(published_version), 0) from state.build_runs").fetchone()
    except duckdb.CatalogException:
        row = None
    if row is None or published is None:
        raise NotPublishable(
            "Nothing to publish: no build has run since the last publication.", "Run `customer-master build`."
        )
    run_no, status, built_on = row
    if status != "built":
        meaning = {
            "failed": "failed",
            "partial": "built only some of the models",
            "running": "did not finish",
            "interrupted": "was interrupted",
        }
        raise NotPublishable(
            f"The last run (number {run_no}) {meaning.get(status, status)}; only a whole build whose tests all passed "
            "is published.",
            "Run `customer-master build`.",
        )
    if built_on != published[0]:
        raise NotPublishable(
            f"The last build was made on top of version {built_on}, but version {published[0]} is published now.",
            "Run `customer-master build` to build on top of it.",
        )
    return run_no, built_on + 1


def check_gates(
    connection: duckdb.DuckDBPyConnection, accepted: set[str], schema: str = "governance"
) -> list[dict[str, object]]:
    """The publish gates with their outcome; raises GateFailed when one failed that nobody accepted."""
    cursor = connection.execute(
        "select gate, passed, current_amount, published_amount, share, max_share "
        f"from {schema}.publish_gates order by gate"
    )
    columns = [column[0] for column in cursor.description]
    gates = [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]
    unknown = accepted - {gate["gate"] for gate in gates}
    if unknown:
        known = ", ".join(gate["gate"] for gate in gates)
        raise NotPublishable(f"There is no gate {', '.join(sorted(unknown))}.", f"The gates are: {known}.")
    failed = [gate for gate in gates if not gate["passed"] and gate["gate"] not in accepted]
    if failed:
        raise GateFailed(
            "Not published, a gate failed:\n"
            + "\n".join(
                f"  {gate['gate']}: {gate['current_amount']:,} now, {gate['published_amount']:,} in the published "
                f"version; that is {gate['share']:.1%}, the limit is {gate['max_share']:.1%}"
                for gate in failed
            ),
            "Check the source; if it is right, say so: customer-master publish "
            + " ".join(f"--accept-gate {gate['gate']}" for gate in failed),
        )
    return [gate | {"accepted": gate["gate"] in accepted} for gate in gates]


def copy_tables(connection: duckdb.DuckDBPyConnection, marts: dict[str, str], states: dict[str, str]) -> dict[str, int]:
    """Copies the marts and the complete state into `next`, as tables; returns rows per table."""
    shown = connection.execute(
        "select table_name from information_schema.tables where table_catalog = 'work' and table_schema = 'state'"
    ).fetchall()
    unchanged = {f'"state"."{table}"': f'"state"."{table}"' for (table,) in shown}
    tables = {}
    for target, relation in (marts | unchanged | states).items():
        connection.execute(f"create schema if not exists next.{target.split('.')[0]}")
        connection.execute(f"create table next.{target} as select * from work.{relation}")
        counted = connection.execute(f"select count(*) from next.{target}").fetchone()
        tables[target.replace('"', "")] = counted[0] if counted else 0
    return tables


def stamp_run(connection: duckdb.DuckDBPyConnection, run_no: int, version: int, gates: list[dict[str, object]]) -> None:
    """Writes into the new file which version it is, when it was published, and through which gates."""
    now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    for table in ("next.state.build_runs", "next.governance.build_runs"):
        connection.execute(
            f"""
            update {table} as published
            set
                status = 'published', published_version = $version, published_at = $now, gates = $gates,
                finished_at = finished.finished_at, code_version = $code
            from work.inbox.build_runs as finished
            where finished.run_no = published.run_no and published.run_no = $run_no
            """,
            {"version": version, "now": now, "gates": json.dumps(gates), "run_no": run_no, "code": __version__},
        )


def replace_file(temporary: Path, final: Path) -> None:
    """Puts the new file in place of the old in one step that survives a power cut; open readers keep the old one."""
    for path in (temporary, temporary.parent):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    os.replace(temporary, final)
    descriptor = os.open(final.parent, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def clear_inbox(connection: duckdb.DuckDBPyConnection) -> None:
    """Empties the inbox: it is in the published state now (a row left in both is counted once)."""
    inbox = connection.execute(
        "select table_name from information_schema.tables where table_catalog = 'work' and table_schema = 'inbox'"
    ).fetchall()
    for (table,) in inbox:
        connection.execute(f'delete from work.inbox."{table}"')


def remove_leftovers(home: Home) -> None:
    """Deletes the temporary files that killed publications left; the home is locked, so none is in use."""
    for path in home.published.parent.glob(f"{home.published.name}.*.tmp*"):
        path.unlink(missing_ok=True)


def _literal(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"


def _explain(error: duckdb.Error) -> CustomerMasterError:
    message = str(error)
    if "Could not set lock" in message:
        return Locked(f"A database of this home is in use: {message}", "Close it there and run again.")
    exit_code, todo = known_cause(message) or (None, "")
    return CustomerMasterError(f"Publishing failed; the published file is as it was.\n{message}", todo, exit_code)
