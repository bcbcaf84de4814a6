"""Agreement of what the standardized layer makes of dates with the libraries that know best.

`pytest tests/python/test_date_oracles.py -s` prints what was measured; DECISIONS.md explains what stays.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import datetime, timedelta

import babel
import babel.dates
import duckdb
from macro_sql import macro_sql
from oracle_agreement import LEAST_AGREEMENT, LEAST_CASES, compare, rows_of

DATE_FORMATS = {
    "DE": "dd.MM.yyyy|d.M.yyyy|d. MMMM yyyy|d. MMM yyyy|dd.MM.yy|yyyy-MM-dd|ddMMyyyy|yyyyMMdd",
    "US": "MM/dd/yyyy|M/d/yyyy|MMMM d, yyyy|MMM d, yyyy|M/d/yy|d-MMM-yyyy|yyyy-MM-dd HH:mm:ss|MM-dd-yyyy",
    "GB": "dd/MM/yyyy|d/M/yyyy|d MMMM yyyy|d MMM yyyy|dd/MM/yy|dd-MMM-yyyy|yyyy-MM-dd'T'HH:mm:ss|dd-MM-yyyy",
    "FR": "dd/MM/yyyy|d MMMM yyyy|d MMM yyyy|dd/MM/yy|dd.MM.yyyy|yyyy/MM/dd|dd/MM/yyyy HH:mm|MMMM yyyy",
    "ES": "dd/MM/yyyy|d 'de' MMMM 'de' yyyy|d/M/yy|d MMM yyyy|dd-MM-yyyy|yyyy.MM.dd|MM/yyyy|yyyy",
    "IT": "dd/MM/yyyy|d MMMM yyyy|d MMM yyyy|dd/MM/yy|dd.MM.yyyy|yyyy-MM-dd|MMMM yyyy|yyyy-MM",
    "NL": "dd-MM-yyyy|d MMMM yyyy|d MMM yyyy|dd-MM-yy|d-M-yyyy|yyyy-MM-dd|MMMM yyyy|yyyy",
    "PT": "dd/MM/yyyy|d 'de' MMMM 'de' yyyy|d/M/yyyy|dd-MM-yyyy|dd/MM/yy|yyyy-MM-dd|MM/yyyy|yyyy-MM",
}


def typed_dates(chance: random.Random) -> Iterable[tuple[str, str, str, tuple[str | None, str | None]]]:
    """(format, country, what is typed, date and precision)"""
    for country, formats in DATE_FORMATS.items():
        language = {"US": "en", "GB": "en"}.get(country, country.lower())
        for form in formats.split("|"):
            for _ in range(160):
                day = datetime(1926, 1, 1) + timedelta(days=chance.randrange(36_500), seconds=chance.randrange(86_400))
                text = babel.dates.format_datetime(day, form, locale=language)
                precision = "year" if form == "yyyy" else "day" if "d" in form else "month"
                first = day.replace(
                    day=1 if precision != "day" else day.day, month=1 if precision == "year" else day.month
                )
                yield form, country, text, (first.date().isoformat(), precision)
            text = babel.dates.format_datetime(day, form, locale=language)
            for wrong in (text + "x", text.replace(str(day.year), str(day.year) + "0"), text + " 99", "x"):
                if wrong != text:
                    yield "broken", country, wrong, (None, None)
        for text in (
            "31.02.1980",
            "1980-13-01",
            "00.00.0000",
            "99/99/1999",
            "n/a",
            "unknown",
            "19801301",
            "1980-02-30",
        ):
            yield "no date", country, text, (None, None)


def test_dates(report):
    cases = list(typed_dates(random.Random(8)))
    query, columns = rows_of([(country, text) for _, country, text, _ in cases], "country x")
    found = duckdb.execute(
        f"select cast(found as varchar), case when found is not null then {macro_sql('date_precision', 'd')} end"
        f" from (select *, {macro_sql('standardize_date', 'd', 'country')} as found"
        f" from (select *, {macro_sql('date_text', 'x')} as d from ({query}))) order by record_no",
        columns,
    ).fetchall()
    labels = [((country, form), text) for form, country, text, _ in cases]
    measured = compare(report, "date, precision", labels, [wanted for *_, wanted in cases], found)
    assert measured.cases >= LEAST_CASES
    assert measured.agreement >= LEAST_AGREEMENT
