"""Values decide where headers say nothing, or the wrong thing; and they become the texts the models read."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest
from trial_steps import FIRMS, PERSONS, PHONES, Trial

from customer_master.trial.dates import find_orders, read_dates
from customer_master.trial.mapping import try_attributes


@pytest.mark.parametrize(
    ("columns", "attribute"),
    [
        ({"Name": FIRMS}, "organization_name"),
        ({"Name": PERSONS}, "full_name"),
        ({"Name": [*PERSONS, *FIRMS[:3]]}, "full_name"),
        ({"Name": ["Anna", "John", "Maria"], "Surname": ["Berg", "Miller", "Lopez"]}, "given_name"),
        ({"Name": ["Berg", "Miller", "Lopez"], "First": ["Anna", "John", "Maria"]}, "family_name"),
        ({"Name": FIRMS, "First": ["Anna"], "Last": ["Berg"]}, "organization_name"),
        ({"Name": PERSONS, "First": ["Anna"], "Last": ["Berg"]}, "full_name"),
        ({"Name": ["Anna", "John", "Maria", "Peter"]}, "given_name"),
        ({"Name": ["Ms. Ada King", "Dr. Hans Lang Sr.", "Mr Ali Can"]}, "full_name"),
        ({"Name": ["محمد الأحمد", "👩 Zoë"]}, "full_name"),
    ],
)
def test_what_a_name_is_depends_on_its_values_and_neighbours(
    trial: Trial, columns: dict[str, list[str]], attribute: str
) -> None:
    assert trial.map(columns).attributes[attribute] == ["Name"]


def test_a_family_name_column_with_firms_is_read_with_the_given_name(trial: Trial) -> None:
    mapping = trial.map({"Vorname": ["Anna", "", "Lena", "Jo"], "Name": ["Berg", "Nordbau AG", "Lang", "Groß"]})
    assert mapping.attributes == {"full_name": ["Vorname", "Name"]}
    assert [row[0] for row in trial.records(mapping, "full_name")] == [
        "Anna Berg",
        "Nordbau AG",
        "Lena Lang",
        "Jo Groß",
    ]


@pytest.mark.parametrize(
    ("header", "values", "attribute", "reason"),
    [
        ("c1", ["a@b.de", "c@d.org", "kaputt", "e@f.com", "g@h.it"], "email", "values: 83 % are e-mail addresses"),
        ("c1", PHONES, "phone", "values: 100 % are phone numbers"),
        ("c1", FIRMS, "organization_name", "values: 100 % are names of organizations"),
        ("c1", PERSONS, "full_name", "values: 100 % are names of persons"),
        ("c1", ["12 High Street", "Hauptstr. 5", "3 rue Monge"], "street_address", "values: 100 % are streets"),
        ("c1", ["1961-04-24", "1980-01-01"], "birth_date", "values: 100 % are dates"),
        ("c1", ["female", "male", "male"], "gender", "values: 100 % are genders"),
        ("c1", ["SW1A 1AA", "EC1A 1BB"], "postal_code", "values: 100 % are postal codes"),
        ("c1", ["Germany", "FR", "Italien"], "country", "values: 100 % are countries"),
        ("c1", ["B2B", "Privat"], "party_type", "values: 100 % are kinds of customers"),
        ("user_id", ["a@b.de", "c@d.org"], "email", "values: 100 % are e-mail addresses"),
    ],
)
def test_values_decide_where_headers_say_nothing(
    trial: Trial, header: str, values: list[str], attribute: str, reason: str
) -> None:
    mapping = trial.map({header: values, "national_id": [str(n) for n in range(1000, 1006)]})
    assert mapping.attributes[attribute] == [header]
    assert mapping.reasons[header] == reason


@pytest.mark.parametrize(
    ("header", "values"),
    [
        ("amount", ["12.50", "1300.00"]),
        ("created", ["2023-05-01 10:00:00", "2024-01-01 11:30:00"]),
        ("last_login", ["2023-05-01", "2024-01-01"]),
        ("ip", ["192.168.10.12", "10.100.20.30"]),
        ("order_no", ["20231234", "20231299"]),
        ("state_of_health", ["CA", "NY", "IN"]),
        ("note", ["called twice, will pay later", "asked for a quote"]),
        ("cluster_id", ["Anna Berg", "John Miller"]),
        ("manager", PERSONS),
    ],
)
def test_what_tells_nothing_stays_unmapped(trial: Trial, header: str, values: list[str]) -> None:
    mapping = trial.map({"email": ["a@b.de", "c@d.org"], header: values})
    assert (mapping.attributes, mapping.unmapped) == ({"email": ["email"]}, [header])
    assert mapping.reasons[header]


def test_values_overrule_a_header(trial: Trial) -> None:
    mapping = trial.map(
        {
            "email": PHONES,
            "phone": ["a@b.de", "c@d.org"],
            "birthday": ["34", "51"],
            "gender": ["1", "2"],
            "name": PERSONS,
        }
    )
    assert mapping.attributes == {"full_name": ["name"], "email": ["phone"], "phone": ["email"]}
    assert mapping.reasons["email"] == "values: the header says email, but 100 % are phone numbers"
    assert mapping.reasons["birthday"] == "values: the header says birth_date, but only 0 % are dates"
    assert len(mapping.warnings) == 2


@pytest.mark.parametrize(
    ("texts", "order", "read"),
    [
        (["1980-05-17", "1980-5-7 00:00:00"], "ymd", ["1980-05-17", "1980-05-07"]),
        (["9999-12-31", "1980", "unknown", "1980-13-40"], "ymd", ["9999-12-31", "1980", "unknown", "1980-13-40"]),
        (["19610424", "19651301", "9610424"], "ymd", ["1961-04-24", "19651301", "9610424"]),
        (["24041961", "1021980"], "dmy", ["1961-04-24", "1980-02-01"]),
        (["24.05.71", "3.4.05", "31.12.9999"], "dmy", ["1971-05-24", "2005-04-03", "9999-12-31"]),
        (["01/02/1980", "05/24/1971", "13/05/80"], "dmy", ["1980-02-01", "1971-05-24", "1980-05-13"]),
        (["05/24/1971", "1/2/99", "31/31/1980"], "mdy", ["1971-05-24", "1999-01-02", "31/31/1980"]),
        (["71-05-24", "80-01-02"], "ymd", ["1971-05-24", "1980-01-02"]),
        (["24 May 1971", "3rd June 1980", "1-JAN-99"], "dmy", ["1971-05-24", "1980-06-03", "1999-01-01"]),
        (["3. März 1980", "15 de mayo de 1971", "1er août 1970"], "dmy", ["1980-03-03", "1971-05-15", "1970-08-01"]),
        (["May 24, 1971", "June 3, 1980"], "mdy", ["1971-05-24", "1980-06-03"]),
    ],
)
def test_date_orders(trial: Trial, texts: list[str], order: str, read: list[str]) -> None:
    mapping = trial.map({"name": PERSONS[: len(texts)], "x": texts}, {"birth_date": ["x"]})
    assert mapping.date_orders == {"x": order}
    assert [row[0] for row in trial.records(mapping, "birth_date")] == read


@pytest.mark.parametrize(
    ("beside", "order"),
    [
        ({}, "dmy"),
        ({"country": ["USA"]}, "mdy"),
        ({"country": ["Italy"], "zip": ["1"]}, "dmy"),
        ({"zip": ["1"]}, "mdy"),
    ],
)
def test_dates_that_can_be_read_both_ways(trial: Trial, beside: dict[str, list[str]], order: str) -> None:
    mapping = trial.map({"dob": ["01/02/1980", "03/04/1981"], **beside})
    assert mapping.date_orders == {"dob": order}
    assert "day and month cannot be told apart" in mapping.warnings[0]


def test_values_are_cleaned_of_what_is_not_theirs(trial: Trial) -> None:
    mapping = trial.map(
        {
            "name": ["  Anna Berg\t", "\u00a0", "👩 Zoë "],
            "zip": ["89073.0", "01067", ""],
            "type": ["B2C", "Firma", "Robot"],
            "Last modified": ["13.01.2024 10:30", "2024-01-02 03:04:05", "13.02.2024"],
        },
        {"party_type": ["type"]},
    )
    assert trial.records(mapping, "full_name, postal_code, party_type, updated_at") == [
        ("Anna Berg", "89073", "person", "2024-01-13"),
        (None, "01067", "organization", "2024-01-02"),
        ("👩 Zoë", None, None, "2024-02-13"),
    ]
    columns = [row[0] for row in trial.connection.execute("describe records").fetchall()]
    assert columns == ["row_number", "source_system", "source_record_id", *try_attributes()]
    assert {row[1] for row in trial.connection.execute("describe records").fetchall()} == {"BIGINT", "VARCHAR"}


def test_of_two_columns_for_one_attribute(trial: Trial) -> None:
    mapping = trial.map(
        {
            "name": PERSONS,
            "email": ["a@b.de", "", ""],
            "email_2": ["c@d.org", "e@f.com", ""],
            "Street 1": ["12 High Street"],
            "Street 2": ["Flat 3", ""],
            "county": ["Kent"],
            "state": ["KE"],
            "zip": ["12345"],
            "zip_4": ["1234"],
        }
    )
    assert mapping.attributes == {
        "full_name": ["name"],
        "email": ["email_2"],
        "street_address": ["Street 1", "Street 2"],
        "region": ["state"],
        "postal_code": ["zip"],
    }
    assert mapping.reasons["email"] == "another email; email_2 is used"
    assert trial.records(mapping, "street_address")[:2] == [("12 High Street Flat 3",), ("12 High Street",)]


def test_a_header_that_stands_twice_is_not_joined(trial: Trial, tmp_path: Path) -> None:
    (tmp_path / "joined.csv").write_text("name,name\nAnna Berg,Bo Lang\n")
    assert trial.map_files([tmp_path / "joined.csv"]).attributes == {"full_name": ["name"]}


def test_one_row_and_all_rows_equal(trial: Trial) -> None:
    mapping = trial.map({"name": ["Anna Berg"], "email": ["a@b.de"]})
    assert mapping.attributes == {"full_name": ["name"], "email": ["email"]}
    mapping = trial.map({"name": ["Anna Berg"] * 50, "email": ["none@none.com"], "phone": ["n/a"]})
    assert mapping.attributes == {"full_name": ["name"], "email": ["email"]}


def test_every_file_writes_dates_in_its_own_order() -> None:
    with duckdb.connect() as connection:
        connection.execute("create table file_rows (file_name varchar, dob varchar)")
        rows = [("us.csv", "05/24/1971"), ("us.csv", "03/05/1922"), ("ssa.csv", "19220305"), ("ssa.csv", "19710524")]
        rows += [("ssa.csv", "19800101"), ("de.csv", "24.05.1971"), ("both_ways.csv", "03/05/1922")]
        connection.executemany("insert into file_rows values (?, ?)", rows)
        found = find_orders(connection, "dob", "dmy")
        orders = {name: order.order for name, order in found.items()}
        assert orders == {"us.csv": "mdy", "ssa.csv": "ymd", "de.csv": "dmy", "both_ways.csv": "dmy"}
        assert [name for name, order in found.items() if not order.is_sure] == ["both_ways.csv"]
        read_dates(connection, "dob", orders, "dates")
        read = dict(connection.execute("select read_file || ' ' || raw, iso from dates").fetchall())
    assert read["us.csv 03/05/1922"] == read["ssa.csv 19220305"] == "1922-03-05"
    assert read["both_ways.csv 03/05/1922"] == "1922-05-03"
