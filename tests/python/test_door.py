"""The door: every received row is a record or rejected with a reason, with any choice of systems."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
import yaml
from door import THE_DOOR, dbt, rows

from customer_master.home import PROJECT_DIR, Home
from customer_master.preflight import check_system_folders, system_folders

STAGING = PROJECT_DIR / "models/staging"
SETTINGS = yaml.safe_load((PROJECT_DIR / "dbt_project.yml").read_text())["vars"]
ATTRIBUTES = [attribute["name"] for attribute in SETTINGS["canonical_attributes"]]
SYSTEMS = SETTINGS["source_systems"]


@pytest.fixture(scope="session")
def built_home(door_home: Home) -> Home:
    built = dbt(door_home, "build", *THE_DOOR)
    assert built.success, built.said
    return door_home


def test_all_systems_and_rows_that_are_no_records(built_home: Home) -> None:
    received = dict(
        rows(
            built_home,
            """
            select 'salesforce', (select count(*) from raw.salesforce.account) + (select count(*)
                from raw.salesforce.contact) + (select count(*) from raw.salesforce.lead)
            union all
            select 'sap', (select count(*) from raw.sap.kna1) + (select count(*) from raw.sap.but000)
                - (select count(*) from raw.sap.cvi_cust_link)
            union all
            select 'stripe', count(*) from raw.stripe.customer
            union all
            select 'shopify', count(*) from raw.shopify.customer
            union all
            select 'hubspot', (select count(*) from raw.hubspot.contact) + (select count(*) from raw.hubspot.company)
            union all
            select 'zendesk', (select count(*) from raw.zendesk.user where role = 'end-user')
                + (select count(*) from raw.zendesk.organization)
            union all
            select 'loyalty', count(*) from raw.loyalty.loyalty_program_member
            """,
        )
    )
    accepted = dict(
        rows(built_home, "select source_system, count(*) from work.intermediate.source_records group by all")
    )
    rejected = rows(
        built_home, "select record_id, reason, detail from work.intermediate.rejected_records_found order by all"
    )
    assert {system: n - (3 if system == "stripe" else 0) for system, n in received.items()} == accepted
    assert [(record_id, reason) for record_id, reason, _ in rejected] == [
        ("stripe:customer:cus_twice", "duplicate_key"),
        (None, "null_key"),
        (None, "null_key"),
    ]
    assert "row 2 of 2 with key cus_twice" in rejected[0][2]
    assert {"No Key", "Blank Key"} == {re.search(r"named (.*)$", detail)[1] for _, _, detail in rejected[1:]}
    kept = rows(
        built_home,
        "select full_name, phone, created_at from work.intermediate.source_records"
        " where source_key in ('cus_twice', 'cus_Z') order by 1",
    )
    assert kept == [("Capital", None, "not a date"), ("New Name", None, "2021-01-01")]


def test_records_are_numbered_in_binary_order_and_are_those_of_the_truth(built_home: Home) -> None:
    numbered = rows(built_home, "select record_id from work.intermediate.source_records order by record_no")
    numbers = rows(built_home, "select record_no from work.intermediate.source_records order by 1")
    assert [n for (n,) in numbers] == list(range(1, len(numbers) + 1))
    record_ids = [record_id for (record_id,) in numbered]
    assert record_ids == sorted(record_ids, key=str.encode)
    truth = {record_id for (record_id,) in rows(built_home, "select record_id from raw.truth.records")}
    assert set(record_ids) - {"stripe:customer:cus_twice", "stripe:customer:cus_Z"} == truth
    links = rows(
        built_home,
        """
        select count(*), count(target.record_id) from work.intermediate.source_records as s,
        lateral unnest(
            [account_record_id, parent_record_id, merged_into_record_id, same_as_record_id]
        ) as link(record_id)
        left join work.intermediate.source_records as target on link.record_id = target.record_id
        where link.record_id is not null
        """,
    )
    assert links[0][0] == links[0][1] > 0, "a link leads to no record"


@pytest.mark.parametrize("system", SYSTEMS)
def test_each_system_builds_alone(door_home: Home, tmp_path: Path, system: str) -> None:
    home = Home(tmp_path)
    shutil.copy(door_home.raw, home.raw)
    built = dbt(home, "build", "--exclude-resource-type", "unit_test", *THE_DOOR, systems=[system])
    assert built.success, built.said
    assert rows(home, "select distinct source_system from work.intermediate.source_records") == [(system,)]
    manifest = json.loads((home.path / "target/manifest.json").read_text())
    of_systems = [
        node["fqn"][2]
        for kind in ("nodes", "sources", "unit_tests")
        for node in manifest[kind].values()
        if node["fqn"][1] == "staging" and node["fqn"][2] in system_folders()
    ]
    assert set(of_systems) == {system}
    assert any(node["fqn"][2] == system for node in manifest["unit_tests"].values())


def test_no_system_is_forgotten() -> None:
    assert system_folders() == sorted(SYSTEMS), "a folder of models/staging is missing from source_systems"
    assert check_system_folders() == []


def test_a_listed_system_without_folder_is_named(door_home: Home, project: Path) -> None:
    settings = project / "dbt_project.yml"
    settings.write_text(
        settings.read_text().replace("source_systems: [salesforce, sap,", "source_systems: [salesforce, stripes,")
    )
    parsed = dbt(door_home, "parse", project=project)
    assert not parsed.success
    assert "stg_stripes__customers" in parsed.said
    (problem,) = check_system_folders(project)
    assert "models/staging/stripes" in str(problem)
    assert "Did you mean 'stripe'?" in str(problem)
    assert "add-system stripes" in str(problem)


def test_an_unknown_attribute_is_refused_with_the_nearest_one(door_home: Home, project: Path) -> None:
    model = project / "models/staging/stripe/stg_stripe__customer_customers.sql"
    model.write_text(model.read_text().replace("'postal_code': ", "'postcode': "))
    parsed = dbt(door_home, "parse", project=project)
    assert not parsed.success
    assert "'postcode' is no canonical attribute" in parsed.said
    assert "nearest one is 'postal_code'" in parsed.said
    assert "dbt_project.yml" in parsed.said


def test_sources_declare_what_the_models_read_and_the_generator_writes(door_home: Home) -> None:
    generated = {}
    for schema, table, column in rows(
        door_home,
        "select table_schema, table_name, column_name from information_schema.columns where table_catalog = 'raw'",
    ):
        generated.setdefault((schema, table), set()).add(column)
    generated["stripe", "customer"].add("phone")  # dropped above
    read, required = {}, {}
    call = r"source\('(\w+)', '(\w+)'\),\s*required=\[(.*?)\](?:,\s*optional=\[(.*?)\])?"
    for path in (path for system in SYSTEMS for path in (STAGING / system).rglob("*.sql")):
        for system, table, needed, optional in re.findall(call, path.read_text(), re.DOTALL):
            read.setdefault((system, table), set()).update(re.findall(r"'(\w+)'", needed + optional))
            required.setdefault((system, table), set()).update(re.findall(r"'(\w+)'", needed))
    for system in SYSTEMS:
        (source,) = yaml.safe_load((STAGING / system / f"_{system}__sources.yml").read_text())["sources"]
        for table in source["tables"]:
            key = system, table["name"]
            declared = {c["name"] for c in table["columns"]}
            assert declared == read.pop(key), key
            needed = {c["name"] for c in table["columns"] if c.get("config", {}).get("meta", {}).get("required")}
            assert needed == required[key], key
            missing = {c for c in declared - generated[key] if not c.startswith(("person_", "is_person_"))}
            assert not missing - {"salutation", "first_name", "middle_name", "last_name", "suffix"}, key
            assert key[1] == "account" or not missing, key
    assert not read, "a model reads a table that no source declares"


def test_every_door_model_documents_the_canonical_columns() -> None:
    record = ["record_id", "source_system", "source_object", "source_key", *ATTRIBUTES]
    files = [p for p in STAGING.rglob("*_customers.yml") if re.search(r"__(\w+_)?customers$", p.stem)]
    files = [p for p in files if p.stem not in ("stg_sap__parent_customers",)]
    assert len(files) >= 2 * len(SYSTEMS)
    for path in files:
        (model,) = yaml.safe_load(path.read_text())["models"]
        assert [c["name"] for c in model["columns"]] == record, path.name
    (model,) = yaml.safe_load((PROJECT_DIR / "models/intermediate/1_standardized/source_records.yml").read_text())[
        "models"
    ]
    assert [c["name"] for c in model["columns"]] == ["record_no", *record]
