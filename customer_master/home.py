"""Where a customer-master project keeps its files."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

PROJECT_DIR = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Home:
    """The files under CUSTOMER_MASTER_HOME (default: `data` in the project)."""

    path: Path

    @classmethod
    def current(cls) -> Home:
        return cls(Path(os.environ.get("CUSTOMER_MASTER_HOME", "data")).absolute())

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
