"""How often SQL and a library that knows best say the same."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

LEAST_CASES = 10_000
LEAST_AGREEMENT = 0.99
SHOWN = 5
ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass
class Measured:
    what: str
    cases: int
    agreeing: int

    @property
    def agreement(self) -> float:
        return self.agreeing / self.cases


def compare(report: list[Measured], what: str, cases: Sequence, expected: Sequence, found: Sequence) -> Measured:
    """Counts how often SQL and oracle say the same, and shows where most often not."""
    different = Counter()
    examples: dict[object, tuple] = {}
    for case, wanted, got in zip(cases, expected, found, strict=True):
        if wanted != got:
            group = case[0] if isinstance(case, tuple) else ""
            different[group] += 1
            examples.setdefault((group, different[group] % 3), (case, wanted, got))
    measured = Measured(what, len(cases), len(cases) - sum(different.values()))
    report.append(measured)
    for group, count in different.most_common(SHOWN):
        shown = "; ".join(f"{c!r}: oracle {w!r}, here {g!r}" for (g_, _), (c, w, g) in examples.items() if g_ == group)
        print(f"\n{what}: {count} differ {group}: {shown}", end="")
    return measured


def rows_of(values: Sequence[Sequence[str | None]], columns: str) -> tuple[str, list]:
    """A query that makes rows of texts, numbered in their order from 1, and its parameters."""
    names = columns.split()
    lists = ", ".join(f"unnest(${place}::varchar[]) as {name}" for place, name in enumerate(names, 1))
    query = f"select row_number() over () as record_no, * from (select {lists})"
    return query, [list(column) for column in zip(*values, strict=True)]


def of_shape(shape: str, chance: random.Random) -> str:
    kinds = {"9": ALPHANUMERIC[:10], "A": ALPHANUMERIC[10:], "#": ALPHANUMERIC}
    return "".join(chance.choice(kinds.get(character, character)) for character in shape)
