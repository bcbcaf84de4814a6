"""Random graphs, guard values and histories for the identity tests, many at once: one dbt run covers a batch."""

from __future__ import annotations

import random
from collections.abc import Iterable

import duckdb
from identity_reference import Edge, components

WIDTH = 100  # node numbers a graph may use
DATES = ["1980-03-04", "1980-04-03", "1980-03-14", "1952-11-23", "1952-11-28", "1980-11-23"]
Values = dict[int, set[tuple[str, str]]]


def graph(rng: random.Random, place: int) -> list[Edge]:
    """A path, star, ring, clique, pair of bridged cliques, random graph or forest, its nodes in any order."""
    size = rng.randint(2, 40)
    nodes = range(size)
    steps = [(n, n + 1) for n in range(size - 1)]
    half = size // 2
    edges = rng.choice(
        [
            steps,
            [(0, n) for n in range(1, size)],
            [*steps, (size - 1, 0)],
            [(a, b) for a in range(min(size, 9)) for b in range(a)],
            [(a, b) for a in nodes for b in range(max(0, a - 5), a) if (a < half) == (b < half)] + [(0, size - 1)],
            [(rng.randrange(size), rng.randrange(size)) for _ in range(rng.randint(1, 60))],
            [(n, rng.randrange(n)) for n in range(1, size) if rng.random() < 0.7],
        ]
    )
    names = rng.sample(range(WIDTH), WIDTH)
    pairs = {(names[a] + WIDTH * place, names[b] + WIDTH * place) for a, b in edges if a != b}
    return sorted({(min(pair), max(pair)) for pair in pairs})


def graphs(seed: int, count: int) -> list[list[Edge]]:
    """A batch of graphs, each on node numbers of its own."""
    rng = random.Random(seed)
    return [graph(rng, place) for place in range(1, count + 1)]


def guarded_graphs(seed: int, count: int) -> tuple[list[tuple[int, int, float]], Values]:
    """A batch of graphs with probabilities, strongest edge first, and guard values few enough to collide."""
    rng = random.Random(seed)
    weighted, values = [], {}
    for place in range(1, count + 1):
        edges = graph(rng, place)
        levels, share = rng.choice([3, 30, 1000]), rng.choice([0.0, 0.1, 0.5, 1.0])
        weighted += [(a, b, round(1 - rng.randrange(levels) / 2000, 6)) for a, b in edges]
        for node in sorted({node for edge in edges for node in edge}):
            if rng.random() < share:
                values[node] = _guard_values(rng)
    return sorted(weighted, key=lambda edge: (-edge[2], edge[0], edge[1])), values


def _guard_values(rng: random.Random) -> set[tuple[str, str]]:
    guards = rng.sample(["vat_de", "siren", "birth_date"], rng.choice([1, 1, 2]))
    return {(guard, rng.choice(DATES if guard == "birth_date" else ["1", "2", "3"])) for guard in guards}


# Shapes on which a fixed number of hops fails, as SQL that gives a and b.
LONG_SHAPES = {
    "path of 1,000, in order": "select range as a, range + 1 as b from range(1, 1000)",
    "path of 1,000, backwards": "select 1000 - range as a, 1001 - range as b from range(0, 999)",
    "path of 100,000": "select range as a, range + 1 as b from range(1, 100000)",
    "path of 100,000, shuffled": """select (range * 7919) % 100003 as a, ((range + 1) * 7919) % 100003 as b
        from range(1, 100000)""",
    "zigzag": """select range as a, 100001 - range as b from range(1, 50001)
        union all select range + 1, 100001 - range from range(1, 50000)""",
    "star of 100,000, its hub last": "select 100000 as a, range as b from range(1, 100000)",
    "ring of 100,000": "select range + 1 as a, (range + 1) % 100000 + 1 as b from range(0, 100000)",
}
# 100,000 edges between 80,000 nodes: one giant component and thousands of small ones.
RANDOM_EDGES = """select hash(range) % 80000 + 1 as a, hash(range + 1000000) % 80000 + 1 as b from range(100000)"""


# For an engine that takes its time for a round: paths of 1,000, a star and a ring.
SHORTER = [name for name in LONG_SHAPES if "1,000" in name or name.startswith(("star", "ring"))]


def long_shapes(names: Iterable[str] = LONG_SHAPES) -> str:
    """Query for DuckDB: some of them beside each other and the random edges, as a table match_edges."""
    shifted = " union all ".join(
        f"select least(a, b) + {n}000000 as record_no_l, greatest(a, b) + {n}000000 as record_no_r from ({sql}) "
        "where a <> b"
        for n, sql in enumerate([*(LONG_SHAPES[name] for name in names), RANDOM_EDGES], start=1)
    )
    return f"""select cast(record_no_l as bigint) as record_no_l, cast(record_no_r as bigint) as record_no_r,
        false as is_split_out from ({shifted})"""


def assert_components(found: list[tuple[int, int]], edges: str) -> None:
    """(record_no, component_no) of a query of long_shapes are those of union-find."""
    expected = components(duckdb.sql(f"select record_no_l, record_no_r from ({edges})").fetchall())
    assert len(expected) > 200_000
    assert dict(found) == expected
