"""What standardizing costs: seconds of two threads for a million values, macro by macro.

    python benchmarks/standardization_cost.py [--values 1000000] [--limit 1.5]

Every macro gets values of its own kind in several spellings, as the tests against the libraries make them; phones,
countries, regions and e-mail addresses run as their models do, joins with the reference seeds included. Printed are
half the processor seconds (what two threads need on an idle machine) and the seconds that passed. Exits with 1 when a
macro costs more than the limit; models, which hold several, are only shown.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

import duckdb
from faker import Faker

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "python"))
import test_date_oracles
import test_email_oracles
import test_identifier_oracles
import test_name_oracles as names
import test_organization_oracles as organizations
import test_phone_oracles
import test_place_oracles
import test_street_oracles as streets
from macro_sql import macro_sql
from model_sql import create, database_of
from oracle_agreement import rows_of

Rows = list[tuple[str, ...]]


def processor_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def repeated(database: duckdb.DuckDBPyConnection, rows: Rows, columns: str, values: int, table: str) -> None:
    """A table of so many rows, the given ones in turn."""
    query, lists = rows_of(rows, columns)
    database.execute(f"create temp table given as {query}", lists)
    database.execute(
        f"create table {table} as select given.* replace (i as record_no), 0 as contact_point_no"
        f" from range({values}) as numbers (i) inner join given on given.record_no = 1 + i % {len(rows)}"
    )
    database.execute("drop table given")


def macro(rows: Rows, columns: str, expression: str) -> Callable[[int], tuple[duckdb.DuckDBPyConnection, str]]:
    def prepare(values: int) -> tuple[duckdb.DuckDBPyConnection, str]:
        database = database_of()
        repeated(database, rows, columns, values, "given_values")
        return database, f"select {expression} as found from given_values"

    return prepare


def model(
    rows: Rows, columns: str, parent: str, name: str, **others: str
) -> Callable[[int], tuple[duckdb.DuckDBPyConnection, str]]:
    def prepare(values: int) -> tuple[duckdb.DuckDBPyConnection, str]:
        database = database_of(**others)
        repeated(database, rows, columns, values, parent)
        create(database, name)
        return database, f"select * from {name}"

    return prepare


def measured() -> dict[str, Callable[[int], tuple[duckdb.DuckDBPyConnection, str]]]:
    chance = random.Random(1)
    identifiers = list(test_identifier_oracles.identifier_cases(chance))
    vat = [(kind, "--" + text) for kind, text, _ in identifiers if kind.startswith("vat")]
    others = [(kind, text) for kind, text, _ in identifiers if not kind.startswith("vat") and kind != "lei"]
    lei = [(kind, text) for kind, text, _ in identifiers if kind == "lei"]
    tax = [("tax_id", text, "DE") for _, text in others]
    dates = [(country, text) for _, country, text, _ in test_date_oracles.typed_dates(chance)]
    iso = [("DE", text) for _, text in dates if text[:4].isdigit() and len(text) == 10]
    emails = [(text,) for _, text in test_email_oracles.addresses(chance)]
    phones = test_phone_oracles.phone_cases(chance, 10)
    postal = [(country, typed) for _, (country, _, typed), _ in test_place_oracles.postal_code_cases(chance, 40)]
    no_points = "select '' as country, '' as phone, '' as email, 0 as record_no, 0 as contact_point_no limit 0"
    countries = {"source_contact_points": no_points}
    cores = organizations.core_names(chance, 400)
    companies = [
        (name, country, "", "", "")
        for country, _, form in organizations.kept_forms()
        for _, name in organizations.spelled(chance.choice(cores), country, form, chance)
    ]
    lines = [
        (written, country)
        for country, found in streets.street_names(chance, 60).items()
        for street in found
        for _, spelling in streets.spelled(country, street, chance)
        for unit in ("", chance.choice(streets.UNITS[country])[0].format(u=7))
        for written in [streets.line(country, spelling, str(chance.randint(1, 99)), unit, chance)]
    ]
    people = {script: [(Faker(locales[0]).name(),) for _ in range(2_000)] for script, locales in names.SCRIPTS.items()}
    return {
        "without_number_mark": macro(
            [(text, "behind" if country in ("DE", "ES", "IT", "NL") else "in front") for text, country in lines],
            "x stands",
            macro_sql("without_number_mark", "x", "stands"),
        ),
        "street_unit_kind": macro([(text,) for text, _ in lines], "x", macro_sql("street_unit_kind", "x")),
        "post_box_number": macro(lines, "x country", macro_sql("post_box_number", "x", "country")),
        **{
            f"fold_text ({script} names)": macro(rows, "x", macro_sql("fold_text", "x"))
            for script, rows in people.items()
        },
        "standardized_organization_names (model)": model(
            companies,
            "organization_name country full_name given_name family_name",
            "source_records",
            "standardized_organization_names",
            **countries,
        ),
        "has_name_tail": macro([row[:1] for row in companies], "x", macro_sql("has_name_tail", "x")),
        "join_initials": macro([row[:1] for row in companies], "x", macro_sql("join_initials", "x")),
        "standardized_phones (model)": model(
            [(text, region) for region, _, text in phones],
            "phone country",
            "source_records",
            "standardized_phones",
            **countries,
        ),
        "standardized_countries (model)": model(
            [(name, "") for name in test_place_oracles.country_oracle()],
            "country x",
            "source_records",
            "standardized_countries",
            **countries,
        ),
        "standardized_emails (model)": model(
            [(text, "") for (text,) in emails], "email country", "source_records", "standardized_emails", **countries
        ),
        "phone_digits": macro([(text,) for *_, text in phones], "x", macro_sql("phone_digits", "x")),
        "phone_extension": macro([(text,) for *_, text in phones], "x", macro_sql("phone_extension", "x")),
        "standardize_email": macro(emails, "x", macro_sql("standardize_email", "x")),
        "is_email": macro(emails, "x", macro_sql("is_email", "x")),
        "role_key": macro(emails, "x", macro_sql("role_key", "x")),
        "fold_text (countries, regions)": macro(
            [(name,) for name in test_place_oracles.country_oracle()], "x", macro_sql("fold_text", "x")
        ),
        "postal_code_characters": macro(postal, "country x", macro_sql("postal_code_characters", "x", "country")),
        "standardize_postal_code": macro(postal, "country x", macro_sql("standardize_postal_code", "x", "country")),
        "is_postal_code": macro(postal, "country x", macro_sql("is_postal_code", "x", "country")),
        "postal_code_shape": macro(postal, "country x", macro_sql("postal_code_shape", "x")),
        "date_text": macro(dates, "country x", macro_sql("date_text", "x")),
        "standardize_date": macro(dates, "country x", macro_sql("standardize_date", "x", "country")),
        "standardize_date (ISO)": macro(iso, "country x", macro_sql("standardize_date", "x", "country")),
        "date_precision": macro(dates, "country x", macro_sql("date_precision", "x")),
        "identifier_characters": macro(others, "kind x", macro_sql("identifier_characters", "x")),
        "identifier_kind": macro(
            tax, "attribute x country", macro_sql("identifier_kind", "attribute", "x", "x", "country")
        ),
        "identifier_value": macro(vat + others, "kind x", macro_sql("identifier_value", "kind", "x")),
        "is_identifier (VAT)": macro(vat, "kind x", macro_sql("is_identifier", "kind", "x")),
        "is_identifier (LEI)": macro(lei, "kind x", macro_sql("is_identifier", "kind", "x")),
        "is_identifier (others)": macro(others, "kind x", macro_sql("is_identifier", "kind", "x")),
        "is_iban": macro(test_identifier_oracles.iban_rows(chance), "x", macro_sql("is_iban", "x")),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--values", type=int, default=1_000_000)
    parser.add_argument("--limit", type=float, default=1.5, help="seconds for a million values")
    options = parser.parse_args()
    print(f"{'macro':<42}{'seconds':>9}{'passed':>9}")
    dear = []
    for name, prepare in measured().items():
        database, query = prepare(options.values)
        costs = []
        for _ in range(2):
            started, used = time.perf_counter(), processor_seconds()
            database.execute(f"create or replace table made as {query}")
            costs.append((processor_seconds() - used, time.perf_counter() - started))
        database.close()
        processor, passed = (seconds / options.values * 1_000_000 for seconds in min(costs))
        print(f"{name:<42}{processor / 2:>9.2f}{passed:>9.2f}", flush=True)
        if processor / 2 > options.limit and not name.endswith("(model)"):
            dear.append(name)
    if dear:
        raise SystemExit(f"more than {options.limit} s: {', '.join(dear)}")


if __name__ == "__main__":
    main()
