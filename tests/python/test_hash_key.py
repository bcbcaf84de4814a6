"""Integers that stand for texts in joins: two texts that are alike must not become one."""

from __future__ import annotations

import duckdb
import pytest
from macro_sql import macro_sql

ALIKE = [
    ("US|92907|hamilton road|8|", "US|92904|hamilton road|3|"),
    ("DE|50803|gartenstrasse|3|", "DE|50805|gartenstrasse|1|"),
]


@pytest.mark.parametrize(("left", "right"), ALIKE)
def test_texts_that_duckdb_hashes_alike_stay_apart(left: str, right: str) -> None:
    key = macro_sql("hash_key", ["x"])
    query = f"select count(distinct hash(x)), count(distinct {key}) from (values (?), (?)) as t (x)"
    assert duckdb.execute(query, [left, right]).fetchone() == (1, 2)


def test_a_million_addresses_of_one_town_stay_apart() -> None:
    text = "'DE|' || (50000 + i % 1000) || '|hauptstrasse|' || i // 1000 || '|'"
    query = (
        f"select count(distinct {macro_sql('hash_key', ['x'])}) from (select {text} as x from range(1000000) as t(i))"
    )
    assert duckdb.execute(query).fetchone() == (1_000_000,)
