"""Agreement of street lines with known truth and with usaddress, on thousands of lines each.

`pytest tests/python/test_street_oracles.py -s` prints what was measured and what the commonest disagreements are; what
stays of them is explained in DECISIONS.md.
"""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Iterable

import usaddress
from faker import Faker
from model_sql import create, database_of
from oracle_agreement import LEAST_AGREEMENT, LEAST_CASES, compare, rows_of

from customer_master.home import PROJECT_DIR

STREETS = PROJECT_DIR / "customer_master" / "generate" / "data" / "streets.csv"
LOCALES = {"IT": "it_IT", "NL": "nl_NL", "FR": "fr_FR", "ES": "es_ES", "DE": "de_DE", "GB": "en_GB", "US": "en_US"}
# How people shorten the types of streets: (as it stands, shortened), by country; the first that fits is used.
SHORT = {
    "US": [
        *(("Street", "St"), ("Street", "St."), ("Street", "Str"), ("Avenue", "Ave"), ("Avenue", "Av"), ("Road", "Rd")),
        *(("Drive", "Dr"), ("Lane", "Ln"), ("Court", "Ct"), ("Boulevard", "Blvd"), ("Place", "Pl"), ("Circle", "Cir")),
        *(("Parkway", "Pkwy"), ("Highway", "Hwy"), ("Terrace", "Ter"), ("Trail", "Trl"), ("Square", "Sq")),
        *(("North ", "N "), ("South ", "S. "), ("East ", "E "), ("West ", "W ")),
    ],
    "GB": [("Street", "St"), ("Road", "Rd"), ("Avenue", "Ave"), ("Lane", "Ln"), ("Close", "Cl"), ("Drive", "Dr"),
    ("Crescent", "Cres"), ("Gardens", "Gdns"), ("Place", "Pl"), ("Terrace", "Terr"), ("Saint ", "St ")],
    "DE": [("straße", "str."), ("straße", "str"), ("straße", "strasse"), ("Straße", "Str."), ("Straße", "Str"),
    ("platz", "pl."), ("straße", " Straße"), ("straße", "-Str.")],
    "FR": [("avenue", "av."), ("avenue", "ave"), ("boulevard", "bd"), ("boulevard", "boul."), ("boulevard", "bld"),
    ("place", "pl."), ("chemin", "che"), ("chemin", "ch."), ("impasse", "imp."), ("rue", "r."), ("rue", "Rue"),
    ("allée", "all."), ("route", "rte"), ("square", "sq"), ("faubourg", "fg")],
    "ES": [("Calle", "C/"), ("Calle", "C/ "), ("Calle", "C."), ("Calle", "Cl"), ("Avenida", "Avda."),
    ("Avenida", "Av."),
    ("Plaza", "Pza."), ("Plaza", "Pl."), ("Paseo", "Pº"), ("Paseo", "P.º"), ("Camino", "Cno."), ("Carretera", "Ctra."),
    ("Ronda", "Rda."), ("Travesía", "Trva.")],
    "IT": [("Via", "V."), ("Piazza", "P.za"), ("Piazza", "P.zza"), ("Viale", "V.le"),
    ("Corso", "C.so"), ("Strada", "Str.")],
    "NL": [("straat", "str."), ("straat", "str"), ("plein", "pln")],
}  # fmt: skip
# A house number as it is written and as it is kept.
NUMBERS = [("{n}", "{n}"), ("{n}a", "{n}a"), ("{n}B", "{n}b"), ("{n}-{m}", "{n}-{m}"), ("{n}/{d}", "{n}/{d}")]
BY_COUNTRY = {
    "DE": [("{n} a", "{n}a"), ("Nr. {n}", "{n}"), ("Nr {n}", "{n}"), ("{n} - {m}", "{n}-{m}")],
    "FR": [("{n} bis", "{n}bis"), ("{n} ter", "{n}ter"), ("{n}bis", "{n}bis"), ("n° {n}", "{n}")],
    "ES": [("nº {n}", "{n}"), ("n.º {n}", "{n}"), ("num. {n}", "{n}"), ("núm {n}", "{n}"), ("nº{n}", "{n}")],
    "IT": [("n. {n}", "{n}"), ("n° {n}", "{n}"), ("{n} bis", "{n}bis")],
    "GB": [("No. {n}", "{n}"), ("No {n}", "{n}")],
    "US": [("#{n}", "{n}")],
    "NL": [("{n} hs", "{n}hs")],
}
UNITS = {
    "US": [
        ("Apt {u}", "{u}"),
        ("Apt. {u}", "{u}"),
        ("Apartment {u}", "{u}"),
        ("Unit {u}", "{u}"),
        ("Suite {u}", "{u}"),
        ("Ste {u}", "{u}"),
        ("# {u}", "{u}"),
        ("#{u}", "{u}"),
        ("Rm {u}", "{u}"),
        ("Apt #{u}", "{u}"),
        ("Fl {u}", "{u}"),
        ("Bldg {u}", "{u}"),
        ("Lot {u}", "{u}"),
        ("Floor {u}", "{u}"),
    ],
    "GB": [("Flat {u}", "{u}"), ("Apartment {u}", "{u}"), ("Unit {u}", "{u}"), ("Room {u}", "{u}")],
    "DE": [
        ("Whg. {u}", "{u}"),
        ("Wohnung {u}", "{u}"),
        ("WE {u}", "{u}"),
        ("App. {u}", "{u}"),
        ("Apt. {u}", "{u}"),
        ("3. OG links", "3oglinks"),
        ("2. OG", "2og"),
        ("EG rechts", "egrechts"),
        ("1. Stock", "1stock"),
    ],
    "FR": [
        ("appt {u}", "{u}"),
        ("Apt {u}", "{u}"),
        ("appartement {u}", "{u}"),
        ("bât. {u}", "{u}"),
        ("Bâtiment {u}", "{u}"),
        ("étage {u}", "{u}"),
        ("3e étage", "3"),
        ("2ème étage", "2"),
        ("esc. {u}", "{u}"),
    ],
    "ES": [
        ("3º B", "3b"),
        ("3ºB", "3b"),
        ("2º izq", "2izq"),
        ("1º dcha.", "1dcha"),
        ("piso 3", "3"),
        ("3o B", "3b"),
        ("puerta {u}", "{u}"),
        ("Bajo", "bajo"),
        ("Ático", "atico"),
        ("esc. {u}", "{u}"),
        ("5ª", "5"),
    ],
    "IT": [("int. {u}", "{u}"), ("interno {u}", "{u}"), ("scala {u}", "{u}"), ("piano {u}", "{u}")],
    "NL": [("app. {u}", "{u}"), ("appartement {u}", "{u}")],
}
BOXES = {
    "US": [
        "PO Box {b}",
        "P.O. Box {b}",
        "P. O. Box {b}",
        "Post Office Box {b}",
        "POB {b}",
        "P.O.B. {b}",
        "p o box {b}",
    ],
    "GB": ["PO Box {b}", "P.O. Box {b}", "PO BOX {b}", "Private Bag {b}"],
    "DE": ["Postfach {b}", "Postf. {b}", "PF {b}", "Pf. {b}", "POSTFACH {b}"],
    "FR": ["BP {b}", "B.P. {b}", "BP n° {b}", "Boîte postale {b}", "boite postale {b}", "CS {b}"],
    "ES": ["Apartado {b}", "Apartado de correos {b}", "Apdo. {b}", "Apdo. de correos {b}", "Apdo. Correos {b}"],
    "IT": ["Casella postale {b}", "C.P. {b}", "CP {b}", "Cas. Post. {b}"],
    "NL": ["Postbus {b}", "POSTBUS {b}"],
}
Parts = tuple[str | None, str | None, str | None]


def street_lines(lines: list[tuple[str, str]]) -> list[Parts]:
    """(street key, house number, unit) of every (line, country)."""
    query, lists = rows_of(lines, "street_text country")
    database = database_of()
    database.execute(
        "create table address_texts as select cast(record_no as varchar) as street_line_key, street_text, country,"
        f" cast(null as varchar) as house_number_text, cast(null as varchar) as unit_text from ({query})",
        lists,
    )
    create(database, "standardized_streets")
    return database.execute(
        "select street_key, house_number, unit from standardized_streets order by cast(street_line_key as integer)"
    ).fetchall()


def street_names(chance: random.Random, count: int) -> dict[str, list[str]]:
    """Street names by country: those of the generator, and Faker's."""
    names: dict[str, set[str]] = {country: set() for country in LOCALES}
    with STREETS.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            names[row["country"]].add(row["street"])
    for country, locale in LOCALES.items():
        faker = Faker(locale)
        faker.seed_instance(chance.randrange(2**32))
        while len(names[country]) < count:
            name = faker.street_name()
            # Faker's Spanish and Italian families have particles, its others no digits: all are kept but odd ones.
            if re.fullmatch(r"[^\d,;/]+", name):
                names[country].add(name)
    return {country: sorted(found) for country, found in names.items()}


def line(country: str, street: str, number: str, unit: str, chance: random.Random) -> str:
    """As the country writes it, with the unit before or behind."""
    comma = chance.choice([", ", " "])
    if country in ("US", "GB", "FR"):
        written = f"{number}{', ' if country == 'FR' and chance.random() < 0.3 else ' '}{street}"
    elif country in ("ES", "IT"):
        written = f"{street}{comma}{number}"
    else:
        written = f"{street} {number}"
    if not unit:
        return written
    in_front = country == "GB" or (country == "US" and chance.random() < 0.2 and unit[0] != "#")
    return f"{unit}, {written}" if in_front else f"{written}{', ' if country != 'US' else comma}{unit}"


def spelled(country: str, street: str, chance: random.Random) -> Iterable[tuple[str, str]]:
    yield "plain", street
    fitting = [(long, short) for long, short in SHORT[country] if long in street]
    if fitting:
        long, short = chance.choice(fitting)
        yield "short", street.replace(long, short, 1)
    yield "capitals", street.upper()
    yield "lower", street.lower()


def test_streets_numbers_units_and_boxes(report):
    """What a line was put together from comes back."""
    chance = random.Random(21)
    cases, truth, lines = [], [], []
    names = street_names(chance, 300)
    plain = {}
    for country, streets in names.items():
        found = street_lines([(street, country) for street in streets])
        assert not [parts for parts in found if parts[1:] != (None, None)], "a name alone has no number and no unit"
        plain |= {(country, street): key for street, (key, *_) in zip(streets, found, strict=True)}
    for country, streets in names.items():
        for street in chance.sample(streets, 300):
            for kind, written in spelled(country, street, chance):
                number, kept = chance.choice(
                    NUMBERS + BY_COUNTRY[country] if chance.random() < 0.5 else [("{n}", "{n}")]
                )
                unit, kept_unit = chance.choice(UNITS[country]) if chance.random() < 0.4 else ("", "")
                values = {"n": chance.randint(1, 180), "d": chance.randint(1, 9)}
                values |= {"m": values["n"] + 2, "u": f"{chance.randint(1, 40)}{chance.choice(['', '', 'B'])}"}
                text = line(country, written, number.format(**values), unit.format(**values), chance)
                cases.append((f"{country} {kind}", text))
                lines.append((text.upper() if kind == "capitals" else text, country))
                truth.append(
                    (plain[country, street], kept.format(**values), kept_unit.format(**values).lower() or None)
                )
        for box in BOXES[country]:
            for _ in range(80):
                digits = str(chance.randint(1, 99999))
                shown = f"{digits[:2]} {digits[2:]}" if len(digits) > 3 and chance.random() < 0.3 else digits
                cases.append((f"{country} box", box.format(b=shown)))
                lines.append((box.format(b=shown), country))
                truth.append(("po box", digits, None))
    measured = compare(report, "street, house number, unit, box", cases, truth, street_lines(lines))
    assert measured.cases >= LEAST_CASES
    assert measured.agreement >= LEAST_AGREEMENT


def oracle_of(text: str) -> tuple[str, str, str | None] | None:
    """(street, number, unit) as usaddress tags them, folded; null where it finds none or repeats itself."""
    try:
        tagged, kind = usaddress.tag(text)
    except usaddress.RepeatedLabelError:
        return None
    if kind not in ("Street Address", "PO Box"):
        return None
    if "USPSBoxID" in tagged:
        return "po box", tagged["USPSBoxID"].lower(), None
    labels = ("StreetNamePreDirectional", "StreetNamePreModifier", "StreetNamePreType", "StreetName")
    labels += ("StreetNamePostType", "StreetNamePostDirectional")
    street = " ".join(tagged[label] for label in labels if label in tagged)
    unit = tagged.get("OccupancyIdentifier") or tagged.get("SubaddressIdentifier")
    clean = None if unit is None else re.sub(r"[^0-9a-z]", "", unit.lower())
    return street, tagged.get("AddressNumber", "").lower(), clean


def test_american_lines_as_usaddress_tags_them(report):
    """Where usaddress finds an address: the same number and unit, and a street of the same key."""
    chance = random.Random(22)
    names = street_names(chance, 400)["US"]
    cases, oracle = [], []
    while len(cases) < 11_000:
        _, written = chance.choice(list(spelled("US", chance.choice(names), chance)))
        unit = chance.choice(UNITS["US"])[0].format(u=f"{chance.randint(1, 40)}{chance.choice(['', 'B'])}")
        text = line("US", written, str(chance.randint(1, 9999)), unit if chance.random() < 0.5 else "", chance)
        if chance.random() < 0.05:
            text = chance.choice(BOXES["US"][:4]).format(b=chance.randint(1, 9999))
        tagged = oracle_of(text)
        if tagged is not None:
            cases.append(("US", text))
            oracle.append(tagged)
    keys = street_lines([(street, "US") for street, _, _ in oracle])
    expected = [("po box" if o[0] == "po box" else key[0], *o[1:]) for o, key in zip(oracle, keys, strict=True)]
    measured = compare(
        report, "American lines of usaddress", cases, expected, street_lines([(text, "US") for _, text in cases])
    )
    assert measured.cases >= LEAST_CASES
    assert measured.agreement >= LEAST_AGREEMENT
