"""Agreement of the standardized layer with the libraries that know best, on thousands of spellings a macro.

`pytest tests/python/test_oracles.py -s` prints what was measured and what the commonest disagreements are; what stays
of them is explained in DECISIONS.md.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import duckdb
import phonenumbers
import pytest
from model_sql import create, database_of
from phonenumbers import PhoneNumberFormat

COUNTRIES = "US GB DE FR ES IT NL BE AT CH PT IE DK SE NO FI PL CZ CA AU NZ BR MX JP IN".split()  # noqa: SIM905
LEAST_CASES = 10_000
LEAST_AGREEMENT = 0.99
SHOWN = 5


@dataclass
class Measured:
    what: str
    cases: int
    agreeing: int

    @property
    def agreement(self) -> float:
        return self.agreeing / self.cases


@pytest.fixture(scope="module")
def report() -> Iterable[list[Measured]]:
    measured: list[Measured] = []
    yield measured
    print(f"\n{'macro':<34}{'cases':>8}{'agreement':>12}")
    for row in measured:
        print(f"{row.what:<34}{row.cases:>8,}{row.agreement:>11.3%}")


def compare(report: list[Measured], what: str, cases: Sequence, expected: Sequence, found: Sequence) -> Measured:
    """Counts how often SQL and oracle say the same, and shows where most often not."""
    different = Counter()
    examples: dict[object, tuple] = {}
    for case, wanted, got in zip(cases, expected, found, strict=True):
        if wanted != got:
            group = case[0] if isinstance(case, tuple) else ""
            different[group] += 1
            examples.setdefault((group, different[group] % 3), (case, wanted, got))
    measured = Measured(what, len(cases), len(cases) - sum(different.values()))
    report.append(measured)
    for group, count in different.most_common(SHOWN):
        shown = "; ".join(f"{c!r}: oracle {w!r}, here {g!r}" for (g_, _), (c, w, g) in examples.items() if g_ == group)
        print(f"\n{what}: {count} differ {group}: {shown}", end="")
    return measured


def rows_of(values: Sequence[Sequence[str | None]], columns: str) -> tuple[str, list]:
    """A query that makes rows of texts, numbered in their order from 1, and its parameters."""
    names = columns.split()
    lists = ", ".join(f"unnest(${place}::varchar[]) as {name}" for place, name in enumerate(names, 1))
    query = f"select row_number() over () as record_no, * from (select {lists})"
    return query, [list(column) for column in zip(*values, strict=True)]


# Phones


def spellings(number: phonenumbers.PhoneNumber, region: str, chance: random.Random) -> Iterable[tuple[str, str]]:
    code = number.country_code
    national = phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)
    international = phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL)
    e164 = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    digits = phonenumbers.national_significant_number(number)
    metadata = phonenumbers.PhoneMetadata.metadata_for_region(region)
    trunk = metadata.national_prefix or ""
    dialled = metadata.preferred_international_prefix or metadata.international_prefix
    yield "national", national
    yield "national, digits", trunk + digits
    yield "international", international
    yield "E.164", e164
    yield "dialled abroad", f"{dialled if dialled.isdigit() else '+'}{code} {digits}"
    yield "no plus", f"{code} {digits}"
    yield "no trunk", digits
    yield "brackets", f"+{code} ({digits[:2]}) {digits[2:]}"
    yield "trunk in brackets", f"+{code} (0){digits}" if trunk == "0" else f"(+{code}) {digits}"
    yield "separators", chance.choice(" .-/").join([trunk + digits[:3], digits[3:6], digits[6:]])
    yield "label", f"Tel.: {international}"
    extension = str(chance.randint(1, 9999))
    style = chance.choice([" ext. {}", " x{}", " extension {}", ";ext={}", " #{}", " extn {}", " int. {}", " anexo {}"])
    yield "extension", chance.choice([national, international]) + style.format(extension)


def broken(number: phonenumbers.PhoneNumber, chance: random.Random) -> Iterable[tuple[str, str]]:
    digits = phonenumbers.national_significant_number(number)
    place = chance.randrange(len(digits))
    changed = digits[:place] + str(chance.randint(0, 9)) + digits[place + 1 :]
    yield "digit changed", f"+{number.country_code}{changed}"
    yield "too short", f"+{number.country_code} {digits[: -chance.randint(1, 3)]}"
    yield "too long", f"+{number.country_code} {digits}{chance.randint(10, 999)}"
    yield "other start", f"+{number.country_code} {chance.randint(10, 99)}{digits[2:]}"


def valid_numbers(region: str, chance: random.Random, count: int) -> list[phonenumbers.PhoneNumber]:
    """Random numbers of a region, of every type that it has."""
    metadata = phonenumbers.PhoneMetadata.metadata_for_region(region)
    kinds = [kind for kind in phonenumbers.PhoneNumberType.values() if kind not in (2, 99)]
    examples = [example for kind in kinds if (example := phonenumbers.example_number_for_type(region, kind))]
    found = []
    while len(found) < count:
        digits = phonenumbers.national_significant_number(chance.choice(examples))
        kept = chance.randint(1, 5)
        tried = digits[:kept] + "".join(str(chance.randint(0, 9)) for _ in digits[kept:])
        leading = len(tried) - len(tried.lstrip("0"))
        number = phonenumbers.PhoneNumber(metadata.country_code, int(tried), None, leading > 0 or None, leading or None)
        if phonenumbers.is_valid_number_for_region(number, region):
            found.append(number)
    return found


PHONE_TYPES = {
    value: name.lower() for name, value in vars(phonenumbers.PhoneNumberType).items() if isinstance(value, int)
}


def oracle_phone(text: str, region: str) -> tuple[str | None, str | None, str | None]:
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return None, None, None
    if not phonenumbers.is_valid_number(number):
        return None, None, None
    number_type = PHONE_TYPES[phonenumbers.number_type(number)]
    return phonenumbers.format_number(number, PhoneNumberFormat.E164), number.extension, number_type


def test_phones(report):
    chance = random.Random(1)
    cases = [
        (region, kind, text)
        for region in COUNTRIES
        for number in valid_numbers(region, chance, 40)
        for kind, text in [*spellings(number, region, chance), *broken(number, chance)]
    ]
    query, columns = rows_of([(text, region) for region, _, text in cases], "phone country")
    database = database_of(source_contact_points="select 1 as record_no, 1 as contact_point_no, '' as phone, '' as country limit 0")
    database.execute(f"create table source_records as {query}", columns)
    create(database, "standardized_phones")
    found = database.execute(
        "select case when is_valid then phone end, case when is_valid then phone_extension end, phone_type"
        " from standardized_phones order by record_no"
    ).fetchall()
    expected = [oracle_phone(text, region) for region, _, text in cases]
    labelled = [((region, kind), text) for region, kind, text in cases]
    numbers = compare(report, "phone, extension (E.164)", labelled, [e[:2] for e in expected], [f[:2] for f in found])
    types = compare(report, "phone_type", labelled, [e[2] for e in expected], [f[2] for f in found])
    assert min(numbers.cases, types.cases) >= LEAST_CASES
    assert min(numbers.agreement, types.agreement) >= LEAST_AGREEMENT
