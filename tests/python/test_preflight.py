"""What is said about raw tables before anything is built."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pytest
from door import dbt

from customer_master.home import Home
from customer_master.preflight import check_sources


@pytest.fixture(scope="session")
def manifest(door_home: Home):
    return dbt(door_home, "parse").result


def messages(home: Home, manifest, change: str, tmp_path: Path) -> list[str]:
    changed = Home(tmp_path)
    shutil.copy(home.raw, changed.raw)
    with duckdb.connect(str(changed.raw)) as raw:
        raw.execute(change)
    return [str(problem) for problem in check_sources(manifest, changed)]


EMPTY_ALL = "; ".join(
    f"delete from {t}"
    for t in [
        "salesforce.account",
        "salesforce.contact",
        "salesforce.lead",
        "sap.kna1",
        "sap.adrc",
        "sap.adr6",
        "sap.but000",
        "sap.cvi_cust_link",
        "sap.knvh",
        "stripe.customer",
        "shopify.customer",
        "shopify.customer_address",
        "hubspot.contact",
        "hubspot.company",
        "hubspot.contact_merge_audit",
        "zendesk.user",
        "zendesk.organization",
        "loyalty.loyalty_program_member",
    ]
)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("drop table sap.kna1", ["error: raw.sap.kna1 does not exist", "sap_kna1_identifier", "source_systems"]),
        (
            "alter table salesforce.lead rename to leads",
            ["raw.salesforce.lead does not exist (the nearest one is 'leads')", "salesforce_lead_identifier"],
        ),
        ("drop schema stripe cascade; create table main.x (i int)", ["there is no schema 'stripe'", "stripe_schema"]),
        (
            "alter table sap.kna1 rename kunnr to kunnnr",
            ["error: raw.sap.kna1.kunnr is required and missing (the nearest one is 'kunnnr')", "in a view"],
        ),
        ("alter table stripe.customer alter email type double using 1", ["raw.stripe.customer.email has type DOUBLE"]),
        ("alter table stripe.customer alter email type varchar[] using [email]", ["has type VARCHAR[]"]),
        ("delete from sap.adr6", ["warning: raw.sap.adr6 is empty"]),
        (EMPTY_ALL, ["error: raw.stripe.customer is empty. Every raw table is empty"]),
    ],
)
def test_preflight_names_what_is_wrong(door_home, manifest, tmp_path, change, expected) -> None:
    said = messages(door_home, manifest, change, tmp_path)
    assert any(all(part in message for part in expected) for message in said), said


def test_preflight_has_nothing_to_say_about_optional_columns_and_whole_numbers(door_home, manifest, tmp_path) -> None:
    change = "alter table stripe.customer alter id type bigint using 1; alter table stripe.customer drop column created"
    said = messages(door_home, manifest, change, tmp_path)
    assert [message for message in said if "stripe" in message or message.startswith("error")] == []


def test_preflight_without_raw_database(manifest, tmp_path: Path) -> None:
    problems = check_sources(manifest, Home(tmp_path))
    assert {p.severity for p in problems} == {"error"}
    assert all("no database 'raw'" in p.what and "generate" in p.todo for p in problems)
