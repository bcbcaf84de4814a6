"""What dbt_project.yml says, for Python."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import yaml

from customer_master.home import PROJECT_DIR

Comparisons = dict[str, list[dict[str, Any]]]


def comparison_levels(comparisons: Comparisons | None = None) -> dict[str, dict[str, int]]:
    """The number of levels of every comparison of every match model, in pattern order."""
    return {
        match_model: {comparison["name"]: comparison["levels"] for comparison in compared}
        for match_model, compared in (comparisons or project_comparisons()).items()
    }


def project_vars(project: Path = PROJECT_DIR) -> dict[str, Any]:
    """The vars of dbt_project.yml."""
    return yaml.safe_load((project / "dbt_project.yml").read_text(encoding="utf-8"))["vars"]


def project_comparisons(project: Path = PROJECT_DIR) -> Comparisons:
    """Var comparisons of dbt_project.yml: match model -> its comparisons."""
    return project_vars(project)["comparisons"]


def setting(name: str) -> Any:
    """What macro `setting` says in a build: the var, unless the environment says otherwise."""
    return os.environ.get(f"CUSTOMER_MASTER_{name.upper()}") or project_vars()[name]
