"""The generator: the same rows for the same arguments, valid numbers, the promised mix, and a truth nobody reads."""

import re
from pathlib import Path

import duckdb
import pytest
from stdnum.de import vat as de_vat
from stdnum.es import cif, dni
from stdnum.fr import tva
from stdnum.gb import vat as gb_vat

from customer_master.generate import TABLES, generate
from customer_master.generate.generator import build
from customer_master.home import PROJECT_DIR, Home

CUSTOMERS = 1200


def built(customers: int, seed: int, threads: int) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    connection.execute(f"set threads = {threads}")
    build(connection, customers, seed)
    return connection


def checksums(connection: duckdb.DuckDBPyConnection) -> dict[str, tuple]:
    return {
        f"{schema}.{table}": connection.execute(
            f"""
            select count(*), md5(string_agg(row, '' order by row))
            from (select md5(cast(t as varchar)) as row from {schema}.{table} as t)"""
        ).fetchone()
        for schema, tables in TABLES.items()
        for table in tables
    }


@pytest.fixture(scope="module")
def raw() -> duckdb.DuckDBPyConnection:
    return built(CUSTOMERS, 7, threads=1)


def test_same_arguments_same_rows_whatever_the_threads(raw):
    assert checksums(built(CUSTOMERS, 7, threads=3)) == checksums(raw)


def test_another_seed_other_rows(raw):
    other, this = checksums(built(200, 8, threads=2)), checksums(raw)
    assert not set(other.values()) & set(this.values())


def test_every_record_is_in_the_truth_once_and_the_truth_has_no_other(raw):
    keys = """
        select 'salesforce:account:' || id as record_id from salesforce.account
        union all select 'salesforce:contact:' || id from salesforce.contact
        union all select 'salesforce:lead:' || id from salesforce.lead
        union all select 'sap:kna1:' || kunnr from sap.kna1
        union all select 'sap:but000:' || partner from sap.but000
            where partner_guid not in (select partner_guid from sap.cvi_cust_link)
        union all select 'stripe:customer:' || id from stripe.customer
        union all select 'shopify:customer:' || id from shopify.customer
        union all select 'hubspot:contact:' || id from hubspot.contact
        union all select 'hubspot:company:' || id from hubspot.company
        union all select 'zendesk:user:' || id from zendesk.user where role = 'end-user'
        union all select 'zendesk:organization:' || id from zendesk.organization
        union all select 'loyalty:loyalty_program_member:' || member_number from loyalty.loyalty_program_member"""
    unmatched = f"select count(*) from ({keys}) full join truth.records t using (record_id) where "
    assert raw.execute(unmatched + "t.entity_id is null").fetchone() == (0,)
    assert raw.execute(f"select count(*), count(distinct record_id) from ({keys})").fetchone() == (
        *raw.execute("select count(*), count(distinct record_id) from truth.records").fetchone(),
    )
    assert raw.execute("select count(*) from truth.entities").fetchone() == (CUSTOMERS,)


def test_records_per_party(raw):
    low, high, mean = raw.execute(
        "select min(n), max(n), avg(n) from (select count(*) n from truth.records group by entity_id)"
    ).fetchone()
    assert (low, high) == (1, 8)
    assert 2.0 <= mean <= 2.5


def test_tax_numbers_are_valid_where_no_digit_error_was_made(raw):
    checks = {"DE": de_vat.is_valid, "FR": tva.is_valid, "GB": gb_vat.is_valid, "ES": lambda n: cif.is_valid(n[2:])}
    numbers = raw.execute(
        "select stceg from sap.kna1 where stceg <> '' union select vat_number_c from salesforce.account"
    ).fetchall()
    assert len(numbers) > 20
    valid = [checks[number[:2]](number.replace(" ", "")) for (number,) in numbers if number]
    assert sum(valid) / len(valid) > 0.93
    spanish = raw.execute(
        "select distinct stcd1 from sap.kna1 where land1 = 'ES' and stkzn = 'X' and stcd1 <> ''"
    ).fetchall()
    assert spanish
    assert all(dni.is_valid(number) for (number,) in spanish)


def test_links_point_at_rows(raw):
    for table, column, other, key in (
        ("salesforce.contact", "account_id", "salesforce.account", "id"),
        ("salesforce.contact", "master_record_id", "salesforce.contact", "id"),
        ("salesforce.account", "parent_id", "salesforce.account", "id"),
        ("salesforce.lead", "converted_contact_id", "salesforce.contact", "id"),
        ("shopify.customer_address", "customer_id", "shopify.customer", "id"),
        ("hubspot.contact", "property_associatedcompanyid", "hubspot.company", "id"),
        ("hubspot.contact_merge_audit", "canonical_vid", "hubspot.contact", "id"),
        ("hubspot.contact_merge_audit", "vid_to_merge", "hubspot.contact", "id"),
        ("sap.cvi_cust_link", "customer", "sap.kna1", "kunnr"),
        ("sap.cvi_cust_link", "partner_guid", "sap.but000", "partner_guid"),
        ("sap.kna1", "adrnr", "sap.adrc", "addrnumber"),
        ("sap.knvh", "hkunnr", "sap.kna1", "kunnr"),
    ):
        links, broken = raw.execute(
            f"""
            select count(*), count(*) filter (o.{key} is null)
            from {table} as t left join {other} as o on o.{key} = t.{column}
            where t.{column} is not null"""
        ).fetchone()
        assert links > 0, f"{table}.{column} is never filled"
        assert broken == 0, f"{table}.{column}"


def test_hard_negatives_are_there(raw):
    cases = dict(raw.execute("select hard_case, count(*) from truth.entities group by 1").fetchall())
    for case in ("twin", "junior", "flatmate", "subsidiary", "same_building", "franchise", "same_name"):
        assert cases.get(case, 0) > 0, case


def test_the_file_is_written_as_a_whole(tmp_path, monkeypatch):
    home = Home(tmp_path)
    home.raw.write_bytes(b"the old one")
    with monkeypatch.context() as patch:
        patch.setattr("customer_master.generate.generator.SQL_FILES", [Path(__file__)])
        with pytest.raises(duckdb.Error):
            generate(home, 10, 1)
    assert home.raw.read_bytes() == b"the old one"
    generate(home, 10, 1)
    assert [file.name for file in tmp_path.iterdir()] == ["raw.duckdb"]
    with duckdb.connect(str(home.raw), read_only=True) as connection:
        assert connection.execute("select count(*) from truth.entities").fetchone() == (10,)


def test_no_model_macro_or_source_reads_the_truth():
    """The truth is what the project is measured by: nothing that dbt runs may know it."""
    files = [f for folder in ("models", "macros", "seeds", "analyses") for f in (PROJECT_DIR / folder).rglob("*.*")]
    assert files
    reading = [
        str(f)
        for f in files
        if re.search(
            r"\btruth\s*\.|source\(\s*['\"]truth|name:\s*truth\b|_schema.*\btruth\b",
            f.read_text(encoding="utf-8", errors="ignore"),
        )
    ]
    assert reading == []
