"""What the blocking rules cost: forecast from keys and a sample of pairs, before anything is compared."""

from __future__ import annotations

import time
from dataclasses import dataclass

import duckdb

from customer_master import warehouse
from customer_master.comparing import comparison_of
from customer_master.home import Home

# So many pairs are compared to see how long one takes.
TIMED_PAIRS = (20_000, 400_000)


@dataclass(frozen=True)
class RuleForecast:
    """A blocking rule: its keys, about how many pairs it adds to those of the rules before it, and its largest key."""

    rule_no: int
    blocking_rule: str
    key_count: int
    new_pairs: int
    pairs_of_no_other_rule: int
    pairs_so_far: int
    oversized_keys: int
    largest_key_records: int
    largest_key: str | None


@dataclass(frozen=True)
class Forecast:
    """rules in their order; pairs in all, about; seconds: what comparing them takes on this machine, about."""

    rules: tuple[RuleForecast, ...]
    seconds: float

    @property
    def pairs(self) -> int:
        return sum(rule.new_pairs for rule in self.rules)


def forecast(home: Home, analysis: str) -> Forecast:
    """Runs the compiled analysis blocking_forecast and times the comparison of some of the sampled pairs."""
    with warehouse.open_work(home) as connection:
        rules = tuple(
            RuleForecast(*row)
            for row in connection.execute(
                f"select * from {warehouse.native(home, analysis)} order by rule_no"
            ).fetchall()
        )
        few, many = (_timed(connection, home, pairs) for pairs in TIMED_PAIRS)
    # Reading the records takes as long for few pairs as for many.
    each = max(many.seconds - few.seconds, 0.0) / max(many.pairs - few.pairs, 1)
    return Forecast(rules, few.seconds + each * max(sum(rule.new_pairs for rule in rules) - few.pairs, 0))


@dataclass(frozen=True)
class _Timed:
    pairs: int
    seconds: float


def _timed(connection: duckdb.DuckDBPyConnection, home: Home, pairs: int) -> _Timed:
    """How long it takes to compare so many of the sampled pairs, or all of them."""
    sampled = (
        "select record_no_l, record_no_r, match_model_no, cast(rule_no as bigint) as rule_no "
        f"from intermediate.blocked_pairs_sample limit {pairs}"
    )
    started = time.perf_counter()
    comparison = comparison_of(home, sampled)
    (count, _) = connection.execute(f"select count(*), max(pattern_no) from {comparison}").fetchone()
    return _Timed(count, time.perf_counter() - started)
