"""Renders macros to SQL without starting dbt: what a macro makes of column `x` (and of `country`)."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import SimpleNamespace

import jinja2

from customer_master.home import PROJECT_DIR


@cache
def macro_environment() -> tuple[jinja2.Environment, str]:
    """An environment that knows what dbt offers to macros, and the text of all macros."""
    folders = (PROJECT_DIR / "macros" / folder for folder in ("adapters", "standardize", "match"))
    files = sorted(file for folder in folders for file in folder.glob("*.sql"))
    environment = jinja2.Environment(extensions=["jinja2.ext.do"], autoescape=False)
    adapter = SimpleNamespace(dispatch=lambda name, package: getattr(_module(), f"default__{name}"))
    types = {
        f"type_{name}": (lambda name=name: name.replace("string", "varchar")) for name in ("string", "int", "bigint")
    }
    environment.globals |= {
        "adapter": adapter,
        "dbt": SimpleNamespace(
            type_string=lambda: "varchar", type_int=types["type_int"], type_bigint=types["type_bigint"]
        ),
        "return": lambda value: value,
        "var": lambda name: [],
    }
    return environment, "".join(Path(file).read_text(encoding="utf-8") for file in files)


@cache
def _module() -> object:
    environment, source = macro_environment()
    return environment.from_string(source).module


def macro_sql(name: str, *arguments: object) -> str:
    """The SQL of a macro: macro_sql('fold_text', 'x')."""
    return str(getattr(_module(), name)(*arguments))
