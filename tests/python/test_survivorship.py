"""Every kind of survivorship setting, changed once: the surviving value must change with it."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

import duckdb
import pytest

from customer_master.dbt import Dbt
from customer_master.home import Home

MODELS = ["source_trusts", "survivorship_orders", "golden_candidates"]
GROUP_NUMBERS = {"email": 6, "phone": 7}  # as in value_groups()
TABLES = {
    "intermediate.record_attribute_values": "record_no bigint, attribute_group_no bigint, value_no bigint, "
    "attribute_group text, value text, is_valid boolean, completeness double, valid_from timestamp",
    "intermediate.record_customers": "record_no bigint, record_id text, source_system text, customer_id bigint, "
    "cluster_no bigint, record_status text",
    "intermediate.standardized_records": "record_no bigint, verified_attributes text",
    "intermediate.customer_profiles": "customer_id bigint, customer_type text",
    "staging.stg_state__steward_decisions": "decision_no bigint, decision text, record_id_l text, attribute_group "
    "text, value text, proposed_by text, approved_by text, approved_at timestamp",
    "rules.survivorship_rules": "attribute_group text, party_type text, position bigint, strategy text",
    "rules.source_trust": "source_system text, attribute_group text, trust double, half_life_days bigint, "
    "invalid_factor double",
    "rules.completeness_weights": "party_type text, attribute_group text, weight bigint",
}


@dataclass(frozen=True)
class Value:
    """What one record says about one attribute group."""

    value: str
    system: str
    day: str
    completeness: float = 0.5
    is_valid: bool = True
    verified: str | None = None
    status: str = "live"
    group: str = "email"


@dataclass(frozen=True)
class Settings:
    """Everything that has a say, with values among which the newest survives."""

    rules: tuple[tuple[str, str, int, str], ...] = (("*", "*", 1, "most_recent"),)
    trust: tuple[tuple[str, str, float, int, float], ...] = (
        ("*", "*", 0.5, 365, 0.1),
        ("sap", "*", 0.8, 3650, 0.1),
    )
    customer_type: str = "person"
    decisions: tuple[tuple[Any, ...], ...] = ()
    values: tuple[Value, ...] = field(
        default=(
            Value("newest", "salesforce", "2024-01-01"),
            Value("trusted", "sap", "2023-01-01"),
            Value("frequent", "stripe", "2020-01-01"),
            Value("frequent", "stripe", "2020-02-01"),
            Value("complete", "stripe", "2021-01-01", completeness=1.0),
            Value("verified", "stripe", "2021-06-01", verified="phone, email"),
            Value("invalid", "sap", "2025-01-01", is_valid=False),
            Value("deleted", "sap", "2025-06-01", status="deleted"),
        )
    )


@pytest.fixture(scope="module")
def sql(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    dbt = Dbt(Home(tmp_path_factory.mktemp("home")))
    results = dbt.run("compile", "--select", *MODELS, "customer_completeness")
    return {result.node.name: result.node.compiled_code for result in results}


def database(settings: Settings, seed: int | None = None) -> duckdb.DuckDBPyConnection:
    """The inputs as tables of database `work`, their rows in random order when there is a seed."""
    records = [(no, f"r{no}", value) for no, value in enumerate(settings.values, start=1)]
    rows: dict[str, list[Any]] = {
        "intermediate.record_attribute_values": [
            (no, GROUP_NUMBERS[v.group], 0, v.group, json.dumps({v.group: v.value}), v.is_valid, v.completeness, v.day)
            for no, _, v in records
        ],
        "intermediate.record_customers": [(no, record_id, v.system, 7, 1, v.status) for no, record_id, v in records],
        "intermediate.standardized_records": [(no, v.verified) for no, _, v in records],
        "intermediate.customer_profiles": [(7, settings.customer_type)],
        "staging.stg_state__steward_decisions": list(settings.decisions),
        "rules.survivorship_rules": list(settings.rules),
        "rules.source_trust": list(settings.trust),
        "rules.completeness_weights": [],
    }
    connection = duckdb.connect(config={"threads": 1})
    connection.execute("attach ':memory:' as work; use work")
    for schema in ("intermediate", "staging", "rules"):
        connection.execute(f"create schema work.{schema}")
    for table, columns in TABLES.items():
        connection.execute(f"create table work.{table} ({columns})")
        content = rows[table]
        if seed is not None:
            random.Random(seed).shuffle(content)
        if content:
            marks = ", ".join("(" + ", ".join("?" * len(row)) + ")" for row in content)
            connection.execute(f"insert into work.{table} values {marks}", [cell for row in content for cell in row])
    return connection


def survivors(sql: dict[str, str], settings: Settings, seed: int | None = None) -> dict[str, tuple[str, str]]:
    """Attribute group -> the value that survived and the strategy that decided against the best other value."""
    with database(settings, seed) as connection:
        for model in MODELS:
            connection.execute(f"create table work.intermediate.{model} as {sql[model]}")
        found = connection.execute("""
            select
                attribute_group,
                any_value(value) filter (where candidate_rank = 1),
                arg_min(beaten_by, candidate_rank) filter (where beaten_by not in ('survived', 'same_value'))
            from work.intermediate.golden_candidates
            group by attribute_group
        """).fetchall()
    return {group: (json.loads(value)[group], decided_by) for group, value, decided_by in found}


def rules(*strategies: str, group: str = "*", party_type: str = "*") -> tuple[tuple[str, str, int, str], ...]:
    return tuple((group, party_type, position, strategy) for position, strategy in enumerate(strategies, start=1))


def pin(value: str | None, record: str = "r3", approved_by: str | None = "bob", no: int = 1) -> tuple[Any, ...]:
    stated = None if value is None else json.dumps({"email": value})
    return (no, "pin", record, "email", stated, "alice", approved_by, "2025-01-01")


BASE = Settings()
TRUSTED = replace(BASE, rules=rules("most_trusted_source"))
PINNED = replace(BASE, rules=rules("pinned", "most_recent"))


def without(settings: Settings, *values: str) -> Settings:
    return replace(settings, values=tuple(v for v in settings.values if v.value not in values))


def with_trust(*rows: tuple[str, str, float, int, float]) -> Settings:
    return replace(TRUSTED, trust=rows)


CHANGES: dict[str, tuple[Settings, Settings, str]] = {
    # what changes: (before, after, the value that survives after)
    "strategy most_trusted_source": (BASE, TRUSTED, "trusted"),
    "strategy most_frequent": (BASE, replace(BASE, rules=rules("most_frequent")), "frequent"),
    "strategy most_complete": (BASE, replace(BASE, rules=rules("most_complete")), "complete"),
    "strategy verified": (BASE, replace(BASE, rules=rules("verified", "most_recent")), "verified"),
    "strategy pinned": (
        replace(BASE, decisions=(pin("pinned"),)),
        replace(PINNED, decisions=(pin("pinned"),)),
        "pinned",
    ),
    "positions": (
        replace(BASE, rules=rules("most_recent", "most_complete")),
        replace(BASE, rules=rules("most_complete", "most_recent")),
        "complete",
    ),
    "rules of one group": (BASE, replace(BASE, rules=BASE.rules + rules("most_frequent", group="email")), "frequent"),
    "rules of a party type": (
        BASE,
        replace(BASE, rules=BASE.rules + rules("most_complete", party_type="person")),
        "complete",
    ),
    "the customer's type": (
        replace(BASE, rules=BASE.rules + rules("most_complete", party_type="person")),
        replace(BASE, rules=BASE.rules + rules("most_complete", party_type="person"), customer_type="organization"),
        "newest",
    ),
    "a group's rules before a type's": (
        replace(BASE, rules=rules("most_complete", party_type="person")),
        replace(BASE, rules=rules("most_complete", party_type="person") + rules("most_frequent", group="email")),
        "frequent",
    ),
    "trust of a source": (
        TRUSTED,
        with_trust(("*", "*", 0.5, 365, 0.1), ("sap", "*", 0.1, 3650, 0.1)),
        "newest",
    ),
    "trust of a source in one group": (
        TRUSTED,
        with_trust(*TRUSTED.trust, ("stripe", "email", 1.0, 36500, 0.1)),
        "verified",
    ),
    "trust of a group": (
        with_trust(("*", "*", 0.5, 36500, 0.1), ("sap", "*", 0.4, 36500, 0.1)),
        with_trust(("*", "*", 0.5, 36500, 0.1), ("*", "email", 0.1, 36500, 0.1), ("sap", "*", 0.4, 36500, 0.1)),
        "trusted",
    ),
    "half-life": (TRUSTED, with_trust(("*", "*", 0.5, 36500, 0.1), ("sap", "*", 0.8, 90, 0.1)), "newest"),
    "invalid factor": (TRUSTED, with_trust(("*", "*", 0.5, 365, 0.1), ("sap", "*", 0.8, 3650, 1.0)), "invalid"),
    "validity": (
        BASE,
        replace(BASE, values=tuple(replace(v, is_valid=True) for v in BASE.values)),
        "invalid",
    ),
    "deletion": (BASE, replace(BASE, values=tuple(replace(v, status="live") for v in BASE.values)), "deleted"),
    "nothing live left": (BASE, replace(BASE, values=BASE.values[-1:]), "deleted"),
    "a pin": (PINNED, replace(PINNED, decisions=(pin("pinned"),)), "pinned"),
    "a pin on what a record says": (PINNED, replace(PINNED, decisions=(pin(None, "r5"),)), "complete"),
    "a later pin": (
        replace(PINNED, decisions=(pin("first"),)),
        replace(PINNED, decisions=(pin("first"), pin("second", no=2))),
        "second",
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_changing_a_setting_changes_the_survivor(sql: dict[str, str], change: str) -> None:
    before, after, expected = CHANGES[change]
    value_before, _ = survivors(sql, before)["email"]
    value_after, decided_by = survivors(sql, after)["email"]
    assert value_after == expected
    assert value_before != value_after
    assert decided_by != "tie_break" or change == "nothing live left"


@pytest.mark.parametrize("approved_by", [None, "alice"])
def test_a_pin_counts_only_when_another_person_approved_it(sql: dict[str, str], approved_by: str | None) -> None:
    settings = replace(PINNED, decisions=(pin("pinned", approved_by=approved_by),))
    assert survivors(sql, settings)["email"] == ("newest", "most_recent")


def test_the_trust_order_of_the_systems_decides_where_no_row_names_them(sql: dict[str, str]) -> None:
    same = Value("first system", "salesforce", "2024-01-01"), Value("last system", "stripe", "2024-01-01")
    settings = replace(TRUSTED, values=same[::-1])
    assert survivors(sql, settings)["email"] == ("first system", "most_trusted_source")


def test_groups_survive_on_their_own(sql: dict[str, str]) -> None:
    phones = Value("old", "sap", "2020-01-01", group="phone"), Value("new", "stripe", "2021-01-01", group="phone")
    found = survivors(sql, replace(BASE, values=BASE.values + phones))
    assert found == {"email": ("newest", "most_recent"), "phone": ("new", "most_recent")}


def test_equal_candidates_are_told_apart_by_record(sql: dict[str, str]) -> None:
    twins = tuple(Value(text, "sap", "2024-01-01") for text in ("z", "m", "a"))
    assert survivors(sql, replace(BASE, values=twins))["email"] == ("z", "tie_break")


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("settings", [BASE, TRUSTED, replace(PINNED, decisions=(pin("pinned"), pin("second", no=2)))])
def test_the_order_of_rows_never_matters(sql: dict[str, str], settings: Settings, seed: int) -> None:
    assert lineage(sql, settings, seed) == lineage(sql, settings, None)


def lineage(sql: dict[str, str], settings: Settings, seed: int | None) -> Iterable[tuple[Any, ...]]:
    with database(settings, seed) as connection:
        for model in MODELS:
            connection.execute(f"create table work.intermediate.{model} as {sql[model]}")
        return connection.execute("from work.intermediate.golden_candidates order by all").fetchall()


def test_completeness_follows_its_weights(sql: dict[str, str]) -> None:
    found = []
    for weights in [[("person", "email", 1), ("person", "phone", 1)], [("person", "email", 3), ("person", "phone", 1)]]:
        with database(BASE) as connection:
            connection.executemany("insert into work.rules.completeness_weights values (?, ?, ?)", weights)
            connection.execute(
                "create table work.intermediate.golden_candidates as select 7 as customer_id, 1 as candidate_rank, "
                "'email' as attribute_group, 'a' as value, 1 as record_no, true as is_valid, 1.0 as completeness"
            )
            found += connection.execute(sql["customer_completeness"]).fetchall()
    assert found == [(7, 0.5), (7, 0.75)]
