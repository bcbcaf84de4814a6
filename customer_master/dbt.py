"""dbt, called in this process: one parsed manifest for all calls, progress events, failures in plain words."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TextIO

from customer_master import __version__
from customer_master.errors import CustomerMasterError, ExitCode
from customer_master.home import PROJECT_DIR, Home

if TYPE_CHECKING:
    from dbt.contracts.graph.manifest import Manifest


class Progress(Protocol):
    """Told what a run does."""

    def starts(self, nodes: int) -> None: ...

    def node_starts(self, name: str) -> None: ...

    def node_ends(self) -> None: ...


# What a database says, the exit code it means, and what to do about it.
KNOWN_CAUSES: list[tuple[str, ExitCode, str]] = [
    (
        r"Could not set lock on file",
        ExitCode.LOCKED,
        "Another process has the database open for writing: close it (the message names it) and run again.",
    ),
    (
        r"No space left on device|File too large|failed to (write|allocate)|Could not write|not enough disk space"
        r"|failed to offload|max_temp_directory_size",
        ExitCode.DISK_FULL,
        "Free some disk space, or point CUSTOMER_MASTER_HOME at a bigger disk, and run again.",
    ),
    (
        r"Catalog \"raw\" does not exist|Table with name .* does not exist",
        ExitCode.BAD_INPUT,
        "Check the vars <system>_database and <system>_schema in dbt_project.yml, or take the system out of "
        "source_systems; `customer-master generate` makes tables to try with.",
    ),
    (
        r"Conversion Error",
        ExitCode.BUILD_FAILED,
        "A value does not fit its column's type; the message shows the value.",
    ),
]


class DbtFailed(CustomerMasterError):
    """A dbt call did not succeed."""


class Dbt:
    """The dbt project, run against one home."""

    _manifests: dict[tuple[str | None, str], Manifest] = {}  # noqa: RUF012 - shared: homes differ in nothing that a manifest holds

    def __init__(
        self,
        home: Home,
        progress: Progress | None = None,
        *,
        variables: dict[str, Any] | None = None,
        parse_cache: Path | None = None,
    ) -> None:
        """`variables` override vars; `parse_cache`: a folder that keeps the parsed project for short-lived homes."""
        self.home = home
        self.progress = progress
        self.variables = json.dumps(variables or {})
        self._manifest_key = (os.environ.get("DBT_TARGET"), self.variables)
        self.parse_cache = parse_cache
        self._log: TextIO | None = None
        os.environ["CUSTOMER_MASTER_HOME"] = str(home.path)  # read by profiles.yml and by the plugin
        os.environ["CUSTOMER_MASTER_CODE_VERSION"] = __version__  # recorded with the run

    def manifest(self) -> Manifest:
        """The parsed project; parsed once a process."""
        if self._manifest_key not in self._manifests:
            if self.parse_cache is None:
                self._parse(self.home)
            else:
                # dbt reads a project anew when its database has moved: the cache is a home that stays where it is.
                os.environ["CUSTOMER_MASTER_HOME"] = str(self.parse_cache)
                try:
                    with Home(self.parse_cache).locked("parse", wait=True):
                        self._parse(Home(self.parse_cache))
                finally:
                    os.environ["CUSTOMER_MASTER_HOME"] = str(self.home.path)
        return self._manifests[self._manifest_key]

    def _parse(self, home: Home) -> None:
        outcome = self._invoke(["parse"], None, home)
        if isinstance(outcome.exception, KeyboardInterrupt):
            raise outcome.exception
        if not outcome.success:
            raise _explain_exception(outcome.exception) from outcome.exception
        self._manifests[self._manifest_key] = outcome.result

    def build(self, *options: str, unit_tests: bool = False) -> list[Any]:
        """`dbt build`: seeds, models and data tests in order; unit tests are for development."""
        self.manifest()
        skipped = [] if unit_tests else ["--exclude-resource-type", "unit_test"]
        return self.run("build", *skipped, *options)

    def run(self, *arguments: str) -> list[Any]:
        """Any dbt command that runs nodes; returns its node results, raises DbtFailed when one did not succeed."""
        self.home.path.mkdir(parents=True, exist_ok=True)
        self.home.logs.mkdir(parents=True, exist_ok=True)
        with self.log_path.open("a", encoding="utf-8") as self._log:
            outcome = self._invoke(list(arguments), self._on_event, self.home)
        results = list(getattr(outcome.result, "results", None) or [])
        if outcome.success:
            return results
        if isinstance(outcome.exception, KeyboardInterrupt):
            raise outcome.exception
        if outcome.exception is not None:
            raise _explain_exception(outcome.exception) from outcome.exception
        raise _explain_results(results, self.home)

    def _invoke(self, arguments: list[str], on_event: Callable[[Any], None] | None, home: Home) -> Any:
        from dbt.cli.main import dbtRunner  # noqa: PLC0415 - a second to import, not needed for --help

        manifest = self._manifests.get(self._manifest_key)
        for node in manifest.nodes.values() if manifest else ():
            if "extra_ctes" in vars(node):  # left by the last call; with them dbt would not inline ephemeral models
                node.extra_ctes, node.extra_ctes_injected, node.compiled = [], False, False
        runner = dbtRunner(manifest=manifest, callbacks=[on_event] if on_event else [])
        directory = os.getcwd()
        try:
            outcome = runner.invoke([*arguments, *self._flags(home)])
        finally:
            os.chdir(directory)
            close_connections()
        return outcome

    def _flags(self, home: Home) -> list[str]:
        profiles = os.environ.get("DBT_PROFILES_DIR") or str(PROJECT_DIR)
        return [
            *("--project-dir", str(PROJECT_DIR), "--profiles-dir", profiles),
            *("--target-path", str(home.target), "--log-path", str(home.logs), "--vars", self.variables),
            *("--log-level", "none", "--log-level-file", "none", "--no-print"),
        ]

    @property
    def log_path(self) -> Path:
        """What dbt says; written here because dbt's own log file costs a seventh of a build's time."""
        return self.home.logs / "dbt.log"

    def _on_event(self, event: Any) -> None:
        if self._log and event.info.level in ("info", "warn", "error"):
            self._log.write(f"{event.info.ts.ToJsonString()} {event.info.level} {event.info.msg}\n")
        if self.progress is None:
            return
        if event.info.name == "ConcurrencyLine":
            self.progress.starts(event.data.node_count)
        elif event.info.name == "NodeStart":
            self.progress.node_starts(event.data.node_info.node_name)
        elif event.info.name == "NodeFinished":
            self.progress.node_ends()


def close_connections() -> None:
    """Closes what dbt-duckdb keeps open, so that this process can open the files itself."""
    from dbt.adapters.duckdb.connections import DuckDBConnectionManager  # noqa: PLC0415

    DuckDBConnectionManager.close_all_connections()


def known_cause(message: str) -> tuple[ExitCode, str] | None:
    """The exit code and the advice for a database message, when it is one that users meet."""
    for pattern, exit_code, todo in KNOWN_CAUSES:
        if re.search(pattern, message, re.IGNORECASE):
            return exit_code, todo
    return None


def _explain_exception(exception: BaseException | None) -> DbtFailed:
    message = str(exception).strip() or type(exception).__name__
    exit_code, todo = known_cause(message) or (ExitCode.BUILD_FAILED, "")
    return DbtFailed(f"dbt could not run: {message}", todo, exit_code)


def _explain_results(results: Iterable[Any], home: Home) -> DbtFailed:
    """Names every node that failed, with its file and what the database said; skipped ones follow from them."""
    failed = [r for r in results if r.status in ("error", "fail", "runtime error")]
    errors = [r for r in failed if r.status != "fail"]
    lines = []
    for result in failed[:10]:
        node = result.node
        kind = {"test": "data test", "unit_test": "unit test"}.get(str(node.resource_type), str(node.resource_type))
        said = " ".join((result.message or "").split())
        lines.append(f"{kind} {node.name} ({node.original_file_path}): {said}")
        if result.status == "fail" and getattr(node, "compiled_path", None):
            lines.append(f"  the query that finds its rows: {node.compiled_path}")
    if len(failed) > 10:
        lines.append(f"... and {len(failed) - 10} more")
    text = "\n".join(lines)
    default = (
        (ExitCode.BUILD_FAILED, f"The whole log is in {home.logs / 'dbt.log'}; nothing was published.")
        if errors
        else (ExitCode.TESTS_FAILED, f"Run the query on {home.work} to see the rows; nothing was published.")
    )
    exit_code, todo = (known_cause(text) if errors else None) or default
    return DbtFailed(f"The build failed:\n{text}", todo, exit_code)
