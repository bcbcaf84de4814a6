"""Hand-made reports to test with: a file as it often is, one made to break the page, and empty ones."""

from __future__ import annotations

import csv
import math
from typing import Any

from customer_master.explain import Term
from customer_master.home import PROJECT_DIR
from customer_master.trial.report import (
    AttributeQuality,
    BlockingYield,
    Example,
    ExampleRecord,
    Household,
    LevelWeight,
    MappedColumn,
    ReportData,
    ScoreBin,
    Waterfall,
)

NASTY = {
    "script": "<script>alert(1)</script>",
    "attribute": "\" onmouseover='alert(1)' x=\"",
    "comment": "--><!-- ]]> </style></title></svg><img src=x onerror=alert(1)>",
    "template": "{{ 7 * 7 }}{% raw %}",
    "emoji": "👩‍👩‍👧‍👦 Zoë 🦄",
    "arabic": "محمد بن سلمان",
    "hebrew": "יוסף כהן",
    "override": "\u202egnp.exe\u202c \u2067abc",
    "nul": "A\x00B\x1b[31m\x7f\x85\ufffe\ud800",
    "link": "https://example.com/a.png",
    "style": "url(https://example.com/b.png)",
    "entities": "Tom & Jerry &lt;3 &#0;",
    "combining": "Z" + "\u0301" * 90,
}
LONG = "x" * 1_048_576


def seed_levels(**pairs: int) -> list[LevelWeight]:
    """The shipped levels; pairs gives a comparison's number of pairs, spread over its levels."""
    with (PROJECT_DIR / "seeds/rules/match_model_parameters.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["comparison"] != "class_share"]
    levels = []
    for row in rows:
        level, total = int(row["level"]), pairs.get(f"{row['match_model']}_{row['comparison']}", 0)
        levels.append(
            LevelWeight(
                row["match_model"],
                row["comparison"],
                level,
                row["label"],
                float(row["p_match"]),
                float(row["p_related"]),
                float(row["p_other"]),
                total // (2 + level * 3 % 7) if level % 5 != 3 else 0,
            )
        )
    return levels


def waterfall(kind: str, rows: tuple[int, int], values: tuple[dict, dict], decision: str, terms: list) -> Waterfall:
    """A pair whose probability is that of its terms."""
    weight = math.fsum(weight for *_, weight in terms)
    return Waterfall(kind, *rows, *values, decision, 1 / (1 + 2**-weight), [Term(*term) for term in terms])


ROBERT = [
    {
        "full_name": "Robert Allen",
        "birth_date": "1971-06-24",
        "city": None,
        "email": "roberta25@smith.net",
        "phone": "020 7946 0958",
        "street_address": "12 Mill Lane",
    },
    {
        "full_name": "Allen, Robert",
        "birth_date": "24.06.1971",
        "city": "London",
        "email": "roberta25@smith.net",
        "phone": "+44 20 7946 0958",
        "street_address": "12 Mill Ln",
    },
    {
        "full_name": "Rob Alen",
        "birth_date": "1971-05-24",
        "city": "Lonon",
        "email": None,
        "phone": None,
        "street_address": None,
    },
]
GOLDEN = ROBERT[0] | {"city": "London", "phone": "+442079460958"}


def usual(**changes: Any) -> ReportData:
    """1,000 rows of two files, 412 customers."""
    bell = [
        ScoreBin(w, w + 1, *(round(size * math.exp(-(((w - at) / wide) ** 2))) for size, at, wide in kinds))
        for w in range(-32, 27)
        for kinds in [((130, 14, 5), (42, -5, 3), (900, -17, 4.5))]
    ]
    typical = waterfall(
        "typical",
        (17, 403),
        (ROBERT[0], ROBERT[1]),
        "match",
        [
            ("prior", "share of compared pairs", 1.89),
            ("person_name", "names same, rare", 8.13),
            ("middle_name", "missing", 0.0),
            ("birth_date", "same", 5.10),
            ("email", "same, personal", 7.9),
            ("phone", "same, personal", 8.87),
            ("address", "another city", -2.18),
            ("other_rival", "related is possible too", -0.32),
        ],
    )
    doubtful = waterfall(
        "doubtful",
        (88, 611),
        (ROBERT[1], ROBERT[2]),
        "review",
        [
            ("prior", "share of compared pairs", 1.89),
            ("person_name", "family name similar, given name initial or missing", -1.91),
            ("birth_date", "two of year, month and day", 2.58),
            ("phone", "different", -1.24),
            ("email", "different", -1.75),
            ("address", "same city", -0.4),
            ("identifier", "missing", 0.0),
            ("other_rival", "unrelated is possible too", -0.91),
        ],
    )
    examples = [
        Example(
            41 + number,
            GOLDEN if number else GOLDEN | {"full_name": "Robert Allen"},
            [
                ExampleRecord(17 + i * 386 + number, "crm" if i % 2 else "shop", r)
                for i, r in enumerate(ROBERT[: 2 + number % 2])
            ],
        )
        for number in range(12)
    ]
    data: dict[str, Any] = {
        "title": "customers_2024.csv, newsletter.csv",
        "files": [("customers_2024.csv", 800), ("newsletter.csv", 200)],
        "row_count": 1000,
        "record_count_used": 994,
        "unusable_count": 6,
        "customer_count": 412,
        "customers_of_several": 236,
        "duplicate_rows": 588,
        "memory_bytes": 412_000_000,
        "parameter_source": "learned on this file",
        "seconds": {"read": 0.21, "map": 0.4, "train": 3.9, "match": 2.31, "cluster": 0.8, "merge": 0.75, "write": 0.3},
        "thresholds": (0.5, 0.1),
        "warnings": ["Column dob: 12 dates could be day first or month first; the others say day first."],
        "mapping": [
            MappedColumn("Name", "full_name", "values: 97 % are names of people"),
            MappedColumn("dob", "birth_date", "header; day, month, year"),
            MappedColumn("City", "city", "header"),
            MappedColumn("E-Mail", "email", "values: 96 % are e-mail addresses"),
            MappedColumn("Tel.", "phone", "header"),
            MappedColumn("Street", "street_address", "--column"),
            MappedColumn("Segment", None, "not known"),
            MappedColumn("unique_id", "source_record_id", "header"),
        ],
        "quality": [
            AttributeQuality("full_name", ["Name"], 0.994, 0.999, 701, [("placeholder", 1)]),
            AttributeQuality("birth_date", ["dob"], 0.862, 0.9912, 402, [("future_date", 3), ("not_a_date", 5)]),
            AttributeQuality("email", ["E-Mail"], 0.71, 0.98, 512, [("no_at_sign", 12)]),
            AttributeQuality("phone", ["Tel."], 0.433, 0.914, 388, [("too_short", 30), ("junk", 7)]),
            AttributeQuality("street_address", ["Street", "No."], 0.62, 1.0, 355),
            AttributeQuality("city", ["City"], 0.77, None, 94),
        ],
        "examples": examples,
        "waterfalls": [typical, doubtful],
        "score_histogram": bell,
        "level_weights": seed_levels(
            person_person_name=4100,
            person_birth_date=3000,
            person_email=2200,
            person_phone=1500,
            person_address=1800,
            person_middle_name=60,
        ),
        "blocking": [
            BlockingYield("person.same_email", 812, 790, 41, 0),
            BlockingYield("person.same_phone", 340, 271, 12, 1),
            BlockingYield("person.names_and_birth_date", 205, 198, 66, 0),
            BlockingYield("person.same_names", 1420, 88, 9, 3),
            BlockingYield("person.alike_names", 2960, 14, 14, 12),
            BlockingYield("organization.same_domain", 0, 0, 0, 0),
        ],
        "households": [
            Household(n, f"{n} Mill Lane, London", [(n, "Robert Allen"), (n + 1, "Mary Allen"), (n + 2, "Kim Allen")])
            for n in range(1, 8)
        ],
        "household_count": 31,
    }
    return ReportData(**data | changes)


def nasty() -> ReportData:
    """Every text is hostile: markup, quotes, both directions, control characters, 1 MB."""
    texts = [*NASTY.values(), LONG, LONG.replace("x", "w ")]
    values = dict(zip([f"attribute_{i}" for i in range(len(texts))], texts, strict=True))
    other = {name: text[::-1] for name, text in values.items()}
    records = [ExampleRecord(i, texts[i], values if i % 2 else other) for i in range(12)]
    terms = [
        ("prior", "share of compared pairs", 1e-9),
        *((text, text, (-1) ** i * 40.0) for i, text in enumerate(texts)),
    ]
    return usual(
        title=LONG,
        files=[(text, 1) for text in texts],
        parameter_source=NASTY["comment"],
        warnings=texts,
        seconds={text: 0.1 for text in texts},
        mapping=[MappedColumn(text, None if i % 2 else text, text) for i, text in enumerate(texts)],
        quality=[AttributeQuality(text, [text, text], 1e-9, 1 - 1e-9, 10**12, [(text, 1)] * 3) for text in texts],
        examples=[Example(text, {"full_name": text} | values, records) for text in texts[:4]],
        waterfalls=[waterfall(texts[0], (0, 10**9), (values, other), texts[0], terms)],
        score_histogram=[ScoreBin(-500, -499, 0, 0, 10**9), ScoreBin(0, 1, 1, 1, 1), ScoreBin(400, 401, 7, 0, 0)],
        level_weights=[LevelWeight("person", text, 0, text, 1.0, 0.0, 1e-9, 10**9) for text in texts],
        blocking=[BlockingYield(text, 10**9, 1, 10**9, 10**9) for text in texts],
        households=[Household(1, text, [(1, text), (2, None)]) for text in texts] + [Household(2, None, [])],
    )


def empty(rows: int = 0) -> ReportData:
    """A file of so many rows (0 or more) in which nothing was found."""
    return ReportData(
        title="empty.csv",
        files=[("empty.csv", rows)],
        row_count=rows,
        record_count_used=rows,
        unusable_count=0,
        customer_count=rows,
        customers_of_several=0,
        duplicate_rows=0,
        seconds={},
        memory_bytes=90_000_000,
        parameter_source="shipped: too few rows to learn from",
        thresholds=(1.0, 0.0),
    )


REPORTS = {
    "usual": usual,
    "nasty": nasty,
    "empty": empty,
    "one_row": lambda: empty(1),
    "nothing_found": lambda: empty(500),
}
