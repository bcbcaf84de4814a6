"""Where a customer-master project keeps its files, and who may write them."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from customer_master.errors import Locked

PROJECT_DIR = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Home:
    """The files under CUSTOMER_MASTER_HOME (default: `data` in the project)."""

    path: Path

    @classmethod
    def current(cls) -> Home:
        return cls(Path(os.environ.get("CUSTOMER_MASTER_HOME") or PROJECT_DIR / "data").absolute())

    @property
    def raw(self) -> Path:
        """Generated raw tables, attached as `raw`, read-only."""
        return self.path / "raw.duckdb"

    @property
    def work(self) -> Path:
        """dbt's database; safe to delete."""
        return self.path / "work.duckdb"

    @property
    def published(self) -> Path:
        """What readers open: marts and `state`, replaced as a whole; attached as `published`, read-only."""
        return self.path / "published" / "customer_master.duckdb"

    @property
    def target(self) -> Path:
        """dbt's artifacts for this home: manifest, compiled SQL, run results."""
        target = os.environ.get("DBT_TARGET") or "duckdb"
        return self.path / ("target" if target == "duckdb" else f"target-{target}")

    @property
    def logs(self) -> Path:
        """dbt's log."""
        return self.path / "logs"

    @contextmanager
    def locked(self, purpose: str, *, wait: bool = False) -> Iterator[None]:
        """Holds the home for one writer; when another has it, waits or raises Locked, naming the holder."""
        self.path.mkdir(parents=True, exist_ok=True)
        with (self.path / "writer.lock").open("a+", encoding="utf-8") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                file.seek(0)
                raise Locked(
                    f"{self.path} is in use by {file.read().strip() or 'another process'}.",
                    "Wait until it has finished, or stop that process.",
                ) from None
            file.truncate(0)
            file.write(f"`customer-master {purpose}`, process {os.getpid()}\n")
            file.flush()
            try:
                yield
            finally:
                file.truncate(0)
