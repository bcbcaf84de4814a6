"""Agreement of folding with anyascii, and of names with known truth and nameparser, on thousands of names each.

`pytest tests/python/test_name_oracles.py -s` prints what was measured and what the commonest disagreements are; what
stays of them is explained in DECISIONS.md.
"""

# ruff: noqa: RUF001

from __future__ import annotations

import csv
import random
import re
import unicodedata
from collections.abc import Iterable

import nameparser
from anyascii import anyascii
from faker import Faker
from macro_sql import macro_sql
from model_sql import create, database_of
from oracle_agreement import LEAST_AGREEMENT, LEAST_CASES, compare, rows_of

from customer_master.home import PROJECT_DIR

DATA = PROJECT_DIR / "customer_master" / "generate" / "data"
LATIN = "cs_CZ da_DK de_DE es_ES et_EE fi_FI fr_FR hr_HR hu_HU it_IT lt_LT lv_LV nl_NL no_NO pl_PL pt_BR ro_RO sk_SK"
SCRIPTS = {
    "Latin": f"{LATIN} sl_SI sv_SE tr_TR vi_VN".split(),
    "Cyrillic": ["ru_RU", "uk_UA", "bg_BG"],
    "Greek": ["el_GR"],
}
KEPT_APART = {"Chinese": "zh_CN", "Japanese": "ja_JP", "Korean": "ko_KR", "Arabic": "ar_SA", "Hebrew": "he_IL"}
TITLES = {
    "US": ["Mr.", "Mrs.", "Ms.", "Dr.", "Prof.", "Rev."],
    "GB": ["Mr", "Mrs", "Miss", "Dr", "Prof", "Sir"],
    "DE": ["Herr", "Frau", "Dr.", "Prof. Dr.", "Herr Dr."],
    "FR": ["M.", "Mme", "Mlle", "Dr", "Monsieur", "Madame"],
    "ES": ["Sr.", "Sra.", "D.", "Dña.", "Don", "Doña", "Dr."],
}
# `M.` and `D.` are initials as well as titles, and a second given name may be the first of two Spanish family names.
LEAST_NAMES = 0.99
SUFFIXES = ["Jr.", "Jr", "Sr.", "II", "III", "IV", "PhD", "MD", "Esq."]
PARTICLES = {
    "DE": ["von", "von der", "zu", "van"],
    "FR": ["de", "de la", "du", "le"],
    "ES": ["de", "de la", "del"],
    "US": ["van", "van der", "de la"],
    "GB": ["de", "van"],
}


def names_of(kind: str, country: str) -> list[str]:
    with (DATA / f"{kind}_names.csv").open(encoding="utf-8") as file:
        return [row["name"] for row in csv.DictReader(file) if row["country"] == country and len(row["name"]) > 2]


def folded(texts: list[str]) -> list[str | None]:
    query, lists = rows_of([(text,) for text in texts], "x")
    found = database_of().execute(f"select {macro_sql('fold_text', 'x')} from ({query}) order by record_no", lists)
    return [value for (value,) in found.fetchall()]


def plain(text: str) -> str:
    return " ".join(re.sub("[^a-z0-9]+", " ", text.lower()).split())


def loose(text: str | None) -> str | None:
    """One spelling where standards differ: shch or sch, kh or h, i, j or y, ts or c, ks or x."""
    if text is None:
        return None
    for spelled, letter in (
        ("shch", "sch"),
        ("kh", "h"),
        ("iy", "y"),
        ("y", "i"),
        ("j", "i"),
        ("ts", "c"),
        ("ks", "x"),
    ):
        text = text.replace(spelled, letter)
    return text


def greek_pairs(text: str) -> str:
    """Letters that are written otherwise in pairs (ELOT 743, table 2), which anyascii spells one by one."""
    bare = "".join(
        c for c in unicodedata.normalize("NFD", text.lower()) if c == "\u0308" or not unicodedata.combining(c)
    )
    bare = unicodedata.normalize("NFC", bare)
    bare = bare.replace("ου", "ou")
    bare = re.sub("([αεη])υ(?=[θκξπσςτφχψ]|\\W|$)", r"\1f", bare)
    bare = re.sub("([αεη])υ", r"\1v", bare)
    bare = re.sub(r"\bμπ", "b", bare)
    return re.sub("γ(?=[γξχ])", "n", bare)


def test_folding_and_anyascii(report):
    """Names in Latin, Cyrillic and Greek letters; Latin ones to the letter, the others as far as standards agree."""
    chance = random.Random(31)
    for script, locales in SCRIPTS.items():
        fakers = [Faker(locale) for locale in locales]
        for faker in fakers:
            faker.seed_instance(chance.randrange(2**32))
        names = sorted({chance.choice(fakers).name() for _ in range(9_000)})
        names += [unicodedata.normalize("NFD", name) for name in names]
        names = [name.upper() if chance.random() < 0.1 else name for name in names]
        same = plain if script == "Latin" else lambda text: loose(plain(text))
        # The soft and the hard sign are no letters here, apostrophes there.
        spoken = [re.sub("[ьъ]", "", unicodedata.normalize("NFC", name), flags=re.IGNORECASE) for name in names]
        if script == "Greek":
            spoken = [greek_pairs(name) for name in spoken]
        expected = [same(anyascii(name)) for name in spoken]
        found = folded(names)
        measured = compare(
            report,
            f"folding, {script}",
            [(script, name) for name in names],
            expected,
            found if script == "Latin" else [loose(name) for name in found],
        )
        assert measured.cases >= LEAST_CASES
        assert measured.agreement >= LEAST_AGREEMENT


def test_other_scripts_are_kept_apart(report):
    """Never folded to nothing, never to Latin letters, and the same composed and decomposed."""
    chance = random.Random(32)
    for script, locale in KEPT_APART.items():
        faker = Faker(locale)
        faker.seed_instance(chance.randrange(2**32))
        names = [faker.name() for _ in range(1_000)]
        found = folded(names)
        assert all(found), script
        assert not [name for name in found if re.search("[a-z]", name)], script
        assert found == folded([unicodedata.normalize("NFD", name) for name in names])


Person = tuple[str | None, str | None]


def person_names(rows: list[tuple[str, str]]) -> list[Person]:
    """(given name key, family name key) of every (full name, country)."""
    query, lists = rows_of(rows, "full_name country")
    database = database_of(source_contact_points="select '' as country limit 0")
    nothing = ", ".join(
        f"cast(null as varchar) as {name}"
        for name in (
            "name_prefix",
            "given_name",
            "middle_name",
            "family_name",
            "name_suffix",
            "organization_name",
            "gender",
        )
    )
    database.execute(f"create table source_records as select *, {nothing} from ({query})", lists)
    create(database, "standardized_person_names")
    return database.execute(
        "select given_name_key, family_name_key from standardized_person_names order by record_no"
    ).fetchall()


def written(given: str, family: str, country: str, chance: random.Random) -> Iterable[tuple[str, str]]:
    yield "plain", f"{given} {family}"
    yield "comma", f"{family}, {given}"
    yield "capitals", f"{given} {family}".upper()
    yield "title", f"{chance.choice(TITLES[country])} {given} {family}"
    if country in ("US", "GB"):
        yield "suffix", f"{given} {family} {chance.choice(SUFFIXES)}"
        yield "suffix, comma", f"{given} {family}, {chance.choice(SUFFIXES)}"
        yield "middle initial", f"{given} {chance.choice('ABCDEFGHJKLMNPRSTW')}. {family}"
    yield "title, comma", f"{family}, {chance.choice(TITLES[country])} {given}"


def test_names_come_back_from_one_text(report):
    """Given and family name of what a name in one text was put together from."""
    chance = random.Random(33)
    cases, expected, rows = [], [], []
    for country in TITLES:
        given_names, family_names = names_of("given", country), names_of("family", country)
        given_names = [name for name in given_names if " " not in name and "-" not in name]
        for _ in range(420):
            given, family = chance.choice(given_names), chance.choice(family_names)
            if " " in family:
                continue
            if country == "ES":
                family = f"{family} {chance.choice([name for name in family_names if ' ' not in name])}"
            elif chance.random() < 0.15:
                family = f"{chance.choice(PARTICLES[country])} {family}"
            elif chance.random() < 0.1:
                family = f"{family}-{chance.choice(family_names)}"
            for kind, text in written(given, family, country, chance):
                cases.append((f"{country} {kind}", text))
                rows.append((text, country))
                expected.append((given, family))
    keys = dict(
        zip(
            (name for pair in expected for name in pair),
            folded([name.replace("'", "") for pair in expected for name in pair]),
            strict=True,
        )
    )
    umlauts = macro_sql("fold_umlauts", "x")
    query, lists = rows_of([(key,) for key in keys.values()], "x")
    familial = dict(
        zip(
            keys,
            (v for (v,) in database_of().execute(f"select {umlauts} from ({query})", lists).fetchall()),
            strict=True,
        )
    )
    found = person_names(rows)
    wanted = [(keys[given], familial[family]) for given, family in expected]
    measured = compare(report, "names in one text", cases, wanted, found)
    assert measured.cases >= LEAST_CASES
    assert measured.agreement >= LEAST_NAMES


def test_english_names_as_nameparser_reads_them(report):
    """First and last name of English names with titles, middle names, suffixes and particles."""
    chance = random.Random(34)
    given_names, family_names = names_of("given", "US"), names_of("family", "US")
    cases, rows, oracle = [], [], []
    while len(cases) < LEAST_CASES:
        given, family = chance.choice(given_names), chance.choice(family_names)
        kind, text = chance.choice(list(written(given, family, "US", chance)))
        parsed = nameparser.HumanName(text)
        cases.append((kind, text))
        rows.append((text, "US"))
        oracle.append((parsed.first, parsed.last))
    keys = folded([name.replace("'", "") or "-" for pair in oracle for name in pair])
    umlauts = macro_sql("fold_umlauts", "x")
    query, lists = rows_of([(key,) for key in keys[1::2]], "x")
    families = [
        v for (v,) in database_of().execute(f"select {umlauts} from ({query}) order by record_no", lists).fetchall()
    ]
    wanted = list(zip(keys[::2], families, strict=True))
    measured = compare(report, "names of nameparser", cases, wanted, person_names(rows))
    assert measured.agreement >= LEAST_AGREEMENT
