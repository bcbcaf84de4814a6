"""Agreement of what the standardized layer makes of phone numbers with the libraries that know best.

`pytest tests/python/test_phone_oracles.py -s` prints what was measured; DECISIONS.md explains what stays.
"""

from __future__ import annotations

import random
from collections.abc import Iterable

import phonenumbers
from model_sql import create, database_of
from oracle_agreement import LEAST_AGREEMENT, LEAST_CASES, compare, rows_of
from phonenumbers import PhoneNumberFormat

COUNTRIES = "US GB DE FR ES IT NL BE AT CH PT IE DK SE NO FI PL CZ CA AU NZ BR MX JP IN".split()  # noqa: SIM905


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


def phone_cases(chance: random.Random, numbers: int) -> list[tuple[str, str, str]]:
    """(country, kind of spelling, what is typed)"""
    return [
        (region, kind, text)
        for region in COUNTRIES
        for number in valid_numbers(region, chance, numbers)
        for kind, text in [*spellings(number, region, chance), *broken(number, chance)]
    ]


def test_phones(report):
    cases = phone_cases(random.Random(1), 40)
    query, columns = rows_of([(text, region) for region, _, text in cases], "phone country")
    database = database_of(
        source_contact_points="select 1 as record_no, 1 as contact_point_no, '' as phone, '' as country limit 0"
    )
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
