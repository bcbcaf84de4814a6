"""What the commands do, step by step."""

from __future__ import annotations

from collections.abc import Iterable

from customer_master import publish as publishing
from customer_master.console import building, console, show_published, show_work
from customer_master.dbt import Dbt
from customer_master.home import Home


def build(home: Home, *, publish: bool = True, full_refresh: bool = False, accept_gates: Iterable[str] = ()) -> None:
    """Check the raw tables, build and test, show what came out, publish."""
    dbt = Dbt(home)
    with building(dbt, "Building"):
        dbt.build(*(["--full-refresh"] if full_refresh else []))
    show_work(home)
    if publish:
        show_published(publishing.publish(home, dbt, accept_gates))
    else:
        console.print("\nNot published. `customer-master publish` does it.")


def publish(home: Home, accept_gates: Iterable[str]) -> None:
    """Publish what the last build left."""
    show_published(publishing.publish(home, Dbt(home), accept_gates))
