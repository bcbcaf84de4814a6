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


def built(customers: int, seed: int, threads: int, day: int = 0) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    connection.execute(f"set threads = {threads}")
    build(connection, customers, seed, day)
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
    nothing = {(0, None)}
    assert set(other.values()) & set(this.values()) <= nothing


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


# What the world did up to day 60, and what the systems know of it.


@pytest.fixture(scope="module")
def day_60() -> duckdb.DuckDBPyConnection:
    return built(CUSTOMERS, 7, threads=2, day=60)


def test_same_day_same_rows_whatever_the_threads(day_60):
    assert checksums(built(CUSTOMERS, 7, threads=1, day=60)) == checksums(day_60)


def test_everything_happens(day_60):
    happened = dict(day_60.execute("select event, count(*) from truth.events group by event").fetchall())
    assert set(happened) == {
        *("moved", "household_moved", "married", "email_changed", "phone_changed", "employer_changed"),
        *("renamed", "merged", "acquired", "split"),
        *("record_created", "soft_deleted", "hard_deleted", "merged_in_source", "key_reused"),
    }


def test_a_later_day_has_what_an_earlier_one_had_but_for_rows_that_say_they_changed(day_60):
    """Rows synced before day 21 are those of day 20, and no other row of day 20 is lost without a deletion."""
    day_20 = built(CUSTOMERS, 7, threads=2, day=20)
    for schema, tables in TABLES.items():
        for table in tables:
            columns = [column[0] for column in day_60.execute(f"describe {schema}.{table}").fetchall()]
            if "_fivetran_synced" in columns:
                old = f"select * from {schema}.{table} where _fivetran_synced < timestamp '2026-01-26 00:00:00'"
            elif table == "events":
                old = "select * from truth.events where day <= 20"
            else:
                continue
            before = set(map(str, day_20.execute(f"select * from {schema}.{table}").fetchall()))
            unchanged = set(map(str, day_60.execute(old).fetchall()))
            assert unchanged
            assert unchanged <= before, f"{schema}.{table}: {sorted(unchanged - before)[:3]}"
    gone = {record for (record,) in day_20.execute("select record_id from truth.records").fetchall()}
    gone -= {record for (record,) in day_60.execute("select record_id from truth.records").fetchall()}
    deleted = day_60.execute("select record_id from truth.events where event = 'hard_deleted' and day > 20").fetchall()
    assert gone
    assert gone <= {record for (record,) in deleted}


def test_what_happened_shows_in_the_records_that_learned_it(raw, day_60):
    """The new family name, mailbox and street are in some rows afterwards, the old ones stay in others."""
    text = "select string_agg(cast(t as varchar), ' ') from {} as t"
    tables = ("salesforce.contact", "salesforce.lead", "stripe.customer", "sap.kna1", "shopify.customer")
    rows = " ".join(day_60.execute(text.format(table)).fetchone()[0] for table in tables)
    first_rows = " ".join(raw.execute(text.format(table)).fetchone()[0] for table in tables)
    mails = day_60.execute(
        "select value_before, value_after from truth.events where event = 'email_changed' and day < 30"
    ).fetchall()
    assert len(mails) > 10
    assert not any(after in first_rows for _, after in mails)
    learned, unaware = sum(after in rows for _, after in mails), sum(before in rows for before, _ in mails)
    assert min(learned, unaware) > 0.1 * len(mails)


def test_a_record_describes_what_its_company_became():
    """Every party that a record is of is there; some records of companies that are no more still describe these."""
    later = built(CUSTOMERS, 7, threads=2, day=200)
    assert later.execute(
        "select count(*) from truth.records anti join truth.entities using (entity_id)"
    ).fetchone() == (0,)
    merged, split = (
        later.execute(
            "select entity_id, related_entity_id from truth.events where event = ? and day < 120", [event]
        ).fetchall()
        for event in ("merged", "split")
    )
    described = {entity for (entity,) in later.execute("select entity_id from truth.records").fetchall()}
    assert merged
    assert split
    assert {new for _, new in split} <= described
    assert sum(old in described for old, _ in merged) < len(merged)
    assert (
        dict(merged).items()
        <= dict(later.execute("select entity_id, successor_entity_id from truth.entities").fetchall()).items()
    )


def test_a_key_is_given_to_somebody_else(day_60):
    reused = day_60.execute(
        """
        select d.record_id, d.day < r.day, d.entity_id <> r.entity_id, t.entity_id = r.entity_id
        from truth.events as d
        inner join truth.events as r on r.record_id = d.record_id and r.event = 'key_reused'
        left join truth.records as t on t.record_id = r.record_id
        where d.event = 'hard_deleted' and d.day < r.day"""
    ).fetchall()
    assert reused
    assert all(row[1:] == (True, True, True) for row in reused)


def test_a_day_before_the_first_is_refused(tmp_path):
    with pytest.raises(ValueError, match="day must be at least 0"):
        generate(Home(tmp_path), 10, 1, day=-1)


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
