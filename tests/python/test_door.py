"""The door: every received row is a record or rejected with a reason, with any choice of systems."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from types import SimpleNamespace

import duckdb
import pytest
import yaml

from customer_master.add_system import add_system
from customer_master.dbt import close_connections
from customer_master.errors import BadInput, CustomerMasterError
from customer_master.generate import generate
from customer_master.headers import guess_attribute
from customer_master.home import PROJECT_DIR, Home
from customer_master.preflight import check_sources, check_system_folders, system_folders
from customer_master.raw_tables import open_warehouse

STAGING = PROJECT_DIR / "models/staging"
SETTINGS = yaml.safe_load((PROJECT_DIR / "dbt_project.yml").read_text())["vars"]
ATTRIBUTES = [attribute["name"] for attribute in SETTINGS["canonical_attributes"]]
SYSTEMS = SETTINGS["source_systems"]
# The door alone: its models, and those data tests that need nothing behind it.
THE_DOOR = ("--indirect-selection", "cautious", "--select", "+source_records", "+rejected_records_found")
THE_DOOR += ("+source_contact_points", "every_received_row_is_accepted_or_rejected")
DIRTY_ROWS = """
    create schema raw_copies;
    create table raw_copies.rows_without_key as select 'x' as colour from range(2);
    alter table stripe.customer alter created type varchar;
    alter table stripe.customer drop column phone;
    insert into stripe.customer by name
    select * from (values
        (null, 'No Key', '2020-01-01'), (' ', 'Blank Key', '2020-01-01'),
        ('cus_twice', 'Old Name', '2020-01-01'), ('cus_twice', 'New Name', '2021-01-01'),
        ('cus_Z', 'Capital', 'not a date')
    ) as rows_to_reject(id, name, created);
"""


@pytest.fixture(scope="session")
def door_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Generated raw tables, with rows in Stripe that are no records, a column missing and one of another type."""
    home = Home(tmp_path_factory.mktemp("door"))
    generate(home, 100, 1)
    with duckdb.connect(str(home.raw)) as raw:
        raw.execute(DIRTY_ROWS)
    return home


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the dbt project that a test may change."""
    copy = tmp_path / "project"
    for name in ("models", "macros", "seeds", "tests/dbt"):
        if (PROJECT_DIR / name).exists():
            shutil.copytree(PROJECT_DIR / name, copy / name)
    for name in ("dbt_project.yml", "profiles.yml"):
        shutil.copy(PROJECT_DIR / name, copy)
    return copy


def dbt(home: Home, *arguments: str, project: Path = PROJECT_DIR, systems: list[str] | None = None):
    """Calls dbt in this process; returns its result, with the messages of what failed as `said`."""
    from dbt.cli.main import dbtRunner  # noqa: PLC0415 - a second to import

    variables = ["--vars", json.dumps({"source_systems": systems})] if systems else []
    paths = ["--project-dir", str(project), "--profiles-dir", str(project), "--target-path", str(home.path / "target")]
    quiet = ["--log-path", str(home.path / "logs"), "--log-level", "none", "--no-use-colors"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CUSTOMER_MASTER_HOME", str(home.path))
        close_connections()
        try:
            outcome = dbtRunner().invoke([*arguments, *paths, *quiet, *variables])
        finally:
            close_connections()
    nodes = getattr(outcome.result, "results", None) or []
    failed = [f"{r.node.name}: {r.message}" for r in nodes if r.status in ("error", "fail")]
    return SimpleNamespace(success=outcome.success, result=outcome.result, said=f"{outcome.exception or ''}{failed}")


def rows(home: Home, sql: str) -> list[tuple]:
    with open_warehouse(home) as connection:
        return connection.execute(sql).fetchall()


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
    for path in STAGING.rglob("*.sql"):
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


def test_a_new_system_builds_as_written(door_home: Home, project: Path, tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    home.path.mkdir()
    with duckdb.connect(str(home.raw)) as raw:
        raw.execute("create schema laden")
        raw.execute(
            """create table laden."Kunden" as select 7 as "Kunden-Nr", 'Jürgen' as "Vorname", 'Groß' as "Nachname",
            'Weg 1' as "Straße", '89073' as plz, date '1980-05-17' as "Geburtsdatum", 'j@example.com' as "E-Mail",
            '0731 1' as telefon, '0171 2' as "Telefon 2", 'rot' as "Lieblingsfarbe" """
        )
    added = add_system(home, "laden", "laden.kunden", project)
    assert added.guess.unused == ["Lieblingsfarbe"]
    assert added.guess.contact_points == [("phone", "Telefon 2")]
    line = f"source_systems: [{', '.join([*SYSTEMS, 'laden'])}]"
    assert line in added.todo
    with pytest.raises(CustomerMasterError, match="exists already"):
        add_system(home, "laden", "laden.kunden", project)
    settings = project / "dbt_project.yml"
    settings.write_text(re.sub(r"source_systems: \[.*\]", "source_systems: [laden]", settings.read_text()))
    built = dbt(home, "build", *THE_DOOR, project=project)
    assert built.success, built.said
    assert any(r.node.resource_type == "unit_test" for r in built.result.results)
    columns = "record_id, given_name, family_name, street_address, postal_code, birth_date, email, phone"
    (record,) = rows(home, f"select {columns} from work.intermediate.source_records")
    assert record == ("laden:kunden:7", "Jürgen", "Groß", "Weg 1", "89073", "1980-05-17", "j@example.com", "0731 1")
    points = rows(home, "select kind, label, phone from work.intermediate.source_contact_points")
    assert points == [("phone", "telefon 2", "0171 2")]


def test_add_system_refuses_what_it_cannot_read(door_home: Home, project: Path) -> None:
    with pytest.raises(BadInput, match=r"nearest one is raw\.stripe\.customer"):
        add_system(door_home, "shop", "stripe.customers", project)
    with pytest.raises(CustomerMasterError, match="cannot name a system"):
        add_system(door_home, "My Shop", "stripe.customer", project)
    with pytest.raises(BadInput, match="no column that could be its key"):
        add_system(door_home, "shop", "raw_copies.rows_without_key", project)
    assert not (project / "models/staging/shop").exists()


@pytest.mark.parametrize(
    ("header", "attribute"),
    [
        ("First Name", "given_name"),
        ("Straße", "street_address"),
        ("Code postal", "postal_code"),
        ("Correo electrónico", "email"),
        ("Ragione sociale", "organization_name"),
        ("date_of_birth", "birth_date"),
        ("soc_sec_id", "national_id"),
        ("phone2", "phone"),
        ("favourite colour", None),
    ],
)
def test_headers_are_known_in_five_languages(header: str, attribute: str | None) -> None:
    assert guess_attribute(header) == attribute
