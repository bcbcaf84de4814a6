"""What engines call differently gives the same on them: thousands of nasty values and pairs through every macro."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterator

import duckdb
import pytest
from macro_sql import ENGINE_TYPES, macro_sql
from postgres_server import postgres_server
from spark_home import spark_home
from test_standardize import CASES

from customer_master import postgres
from customer_master.home import PROJECT_DIR
from customer_master.pipeline import environment
from customer_master.spark.session import session

DATA = PROJECT_DIR / "customer_master" / "generate" / "data"
VALUES = 6000
CHARACTERS = [
    "abcdefghijklmnopqrstuvwxyz ",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ-'. ",
    "0123456789-/:.T +Z",
    "\u00e4\u00f6\u00fc\u00df\u00c4\u00d6\u00dc\u00e9\u00e8\u00ea\u00e0\u00e7\u00f1\u0142\u0159\u0161\u010d\u017e\u0131\u0130\u0153\u00e6\u00f8\u00e5",
    "\u0300\u0301\u0302\u0303\u0308\u030a\u0327\u030c",
    "\u042e\u0440\u0438\u0439\u0429\u0454\u0457\u0451\u03a3\u03c9\u03ba\u03c1\u03ac\u03c4\u03b7\u03c2",
    "\u5c71\u7530\uae40\u092e\u094b\u05e9\u05b8\u0645\u064f\U0001f600\u3000\u00a0\u200b\u2019\u201c\u00ba\u00aa",
    '"\\\\{}[]()|*+?^$#@%&_=<>~,;!',
]
# Macros of one text that an engine has its own way for, with their other arguments.
OF_ONE = [
    ("remove_accents",),
    ("compose_letters",),
    ("is_plain_ascii",),
    ("null_if_empty",),
    ("proper_case",),
    ("sorted_words",),
    ("last_words", 1),
    ("last_words", 2),
    ("without_words", 1, 0),
    ("without_words", 1, 1),
    ("safe_cast", "date"),
    ("safe_cast", "timestamp"),
    ("safe_cast", "bigint"),
    ("find_pattern", "[0-9]+[a-z]?"),
    ("find_pattern", "(?i)([a-z]+) ([a-z]+)", 2),
    ("has_pattern", "(?i)^[a-z].*[0-9]"),
    ("replace_pattern", "([a-z])[0-9]", "<\\1>"),
    ("json_object_of",),
    *sorted({(name,) for name, _, _ in CASES}),
]


def nasty_values(chance: random.Random) -> list[str]:
    """Names and streets of the generator, dates, and characters of every kind, often damaged."""
    words = []
    for name in ("given_names", "family_names", "streets", "company_words"):
        lines = (DATA / f"{name}.csv").read_text(encoding="utf-8").splitlines()[1:]
        words += [line.split(",")[0] for line in chance.sample(lines, 400)]
    made = [
        "",
        " ",
        "2024-02-30",
        "2024-02-29",
        "1999-1-5",
        "2020-01-01T10:00:00Z",
        "2020-01-01 10:00:00+02:00",
        "12345678901",
    ]
    made += [f"{1890 + n % 150}-{1 + n % 14:02}-{1 + n % 33:02}" for n in range(300)]
    while len(made) < VALUES:
        kind = chance.random()
        if kind < 0.4:
            text = " ".join(chance.choice(words) for _ in range(chance.randint(1, 4)))
        elif kind < 0.8:
            text = "".join(chance.choice(chance.choice(CHARACTERS)) for _ in range(chance.randint(1, 24)))
        else:
            text = unicodedata.normalize(chance.choice(["NFC", "NFD"]), chance.choice(words))
        if chance.random() < 0.3 and text:
            place = chance.randrange(len(text))
            text = text[:place] + chance.choice(chance.choice(CHARACTERS)) + text[place + 1 :]
        made.append(text)
    return made


@pytest.fixture(scope="module")
def engines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """DuckDB with the values and pairs in tables, PostgreSQL as `server` and Spark with the same."""
    chance = random.Random(8)
    values = nasty_values(chance)
    pairs = [(v, _near(v, chance) if chance.random() < 0.7 else chance.choice(values)) for v in values]
    with postgres_server(tmp_path_factory.mktemp("pg")) as variables, environment(variables), duckdb.connect() as files:
        with postgres.connect() as server, server.cursor() as cursor:
            cursor.execute(macro_sql("prepare_engine", engine="postgres"))
        files.execute("create table pairs (n bigint, x varchar, y varchar)")
        files.executemany("insert into pairs values (?, ?, ?)", [(n, *pair) for n, pair in enumerate(pairs)])
        files.execute("insert into pairs values (-1, null, null)")
        postgres.attach(files, "server", read_only=False)
        files.execute("create table server.public.pairs as from pairs")
        spark = session(spark_home())
        spark.createDataFrame(files.execute("from pairs").fetchall(), "n bigint, x string, y string").write.saveAsTable(
            "default.pairs"
        )
        yield files
        spark.sql("drop table default.pairs")


def _near(text: str, chance: random.Random) -> str:
    """A value one to three edits away."""
    for _ in range(chance.randint(1, 3)):
        place = chance.randint(0, len(text))
        edit = chance.randrange(4)
        letter = chance.choice("abcdefghijklmnoprstuvwyz\u00e9\u00fc 0")
        if edit == 0:
            text = text[:place] + letter + text[place:]
        elif edit == 1:
            text = text[:place] + text[place + 1 :]
        elif edit == 2:
            text = text[:place] + letter + text[place + 1 :]
        else:
            text = text[:place] + text[place + 1 : place + 2] + text[place : place + 1] + text[place + 2 :]
    return text


def says(engines: duckdb.DuckDBPyConnection, engine: str, name: str, *arguments: object) -> list[tuple]:
    """(n, what the engine makes of pair n), in order."""
    sql = expression(engine, name, *arguments)
    if engine == "duckdb":
        return engines.execute(f"select n, {sql} from pairs order by n").fetchall()
    if engine == "postgres":
        query = f"select n, {sql} as made from public.pairs".replace("'", "''")
        return engines.execute(f"from postgres_query('server', '{query}') order by n").fetchall()
    return sorted(tuple(row) for row in session(spark_home()).sql(f"select n, {sql} from default.pairs").collect())


def expression(engine: str, name: str, *arguments: object) -> str:
    if name == "json_object_of":
        return macro_sql("json_object", {"a": "x", "b": "null"}, engine=engine)
    if name in ("safe_cast",):
        cast = ENGINE_TYPES[engine]
        return f"cast({macro_sql(name, 'x', *arguments, engine=engine)} as {cast})"
    return macro_sql(name, *(("x", "y") if name in OF_TWO else ("x",)), *arguments, engine=engine)


OF_TWO = ("jaro_winkler", "edit_distance")


@pytest.mark.parametrize("engine", ["postgres", "spark"])
@pytest.mark.parametrize("call", [(name,) for name in OF_TWO] + OF_ONE, ids=lambda call: " ".join(map(str, call)))
def test_engines_agree(engines: duckdb.DuckDBPyConnection, call: tuple, engine: str) -> None:
    here, there = says(engines, "duckdb", *call), says(engines, engine, *call)
    assert len(here) == len(there) > 5000
    # To the last bit: the levels of comparisons begin at numbers such as 0.9, which collier and cole reach exactly.
    differing = [(n, one, other) for (n, one), (_, other) in zip(here, there, strict=True) if one != other]
    inputs = dict(engines.execute("select n, (x, y) from pairs").fetchall())
    shown = [(inputs[n], one, other) for n, one, other in differing[:5]]
    assert not differing, f"{len(differing)} differ: {shown}"
