"""Renders macros to SQL without starting dbt: what a macro makes of column `x` (and of `country`)."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from types import SimpleNamespace

import jinja2

from customer_master.home import PROJECT_DIR

ENGINE_TYPES = {"duckdb": "varchar", "postgres": "text", "spark": "string"}


@cache
def macro_environment(engine: str = "duckdb") -> tuple[jinja2.Environment, str]:
    """An environment that knows what dbt offers to macros on an engine, and the text of all macros."""
    folders = (PROJECT_DIR / "macros" / folder for folder in ("adapters", "standardize", "match"))
    files = sorted(file for folder in folders for file in folder.glob("*.sql"))
    environment = jinja2.Environment(extensions=["jinja2.ext.do"], autoescape=False)

    def dispatch(name: str, package: str) -> object:
        module = _module(engine)
        return getattr(module, f"{engine}__{name}", None) or getattr(module, f"default__{name}")

    text = ENGINE_TYPES[engine]
    environment.globals |= {
        "adapter": SimpleNamespace(dispatch=dispatch),
        "dbt": SimpleNamespace(type_string=lambda: text, type_int=lambda: "int", type_bigint=lambda: "bigint"),
        "modules": SimpleNamespace(re=re),
        "execute": True,
        "return": lambda value: value,
        "var": lambda name: [],
    }
    return environment, "".join(Path(file).read_text(encoding="utf-8") for file in files)


@cache
def _module(engine: str) -> object:
    environment, source = macro_environment(engine)
    return environment.from_string(source).module


def macro_sql(name: str, *arguments: object, engine: str = "duckdb") -> str:
    """The SQL of a macro: macro_sql('fold_text', 'x')."""
    return str(getattr(_module(engine), name)(*arguments))
