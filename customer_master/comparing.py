"""What the build's own comparison says about any pairs of its records, compared by it or not."""

from __future__ import annotations

import duckdb

from customer_master.home import Home

MODELS = "compiled/customer_master/models/intermediate/2_matching"
# A record shares all its keys with itself.
OWN_KEYS = """
select * from intermediate.shared_keys
union all by name
select
    record_no as record_no_l,
    record_no as record_no_r,
    {kinds}
from intermediate.record_keys
group by record_no
"""


def compiled_comparison(home: Home, pairs: str) -> str | None:
    """SQL that compares a query (record_no_l, record_no_r, match_model_no, rule_no): those columns and pattern_no.

    It is the compiled model compared_pairs with other pairs; None before the first build.
    """
    compiled = home.target / MODELS / "compared_pairs.sql"
    if not compiled.exists():
        return None
    return compiled.read_text(encoding="utf-8").replace('"work"."intermediate"."blocked_pairs"', f"({pairs})")


def patterns_of_themselves(database: duckdb.DuckDBPyConnection, home: Home) -> list[tuple[int, int, int]]:
    """(match_model_no, pattern_no, records): what every record shows when it is compared with itself."""
    pairs = " union all ".join(
        f"select record_no as record_no_l, record_no as record_no_r, {number} as match_model_no, 0 as rule_no "
        f"from intermediate.{name}_features"
        for number, name in database.execute(
            "select distinct match_model_no, match_model from intermediate.match_patterns order by 1"
        ).fetchall()
    )
    comparison = compiled_comparison(home, pairs)
    if comparison is None:
        return []
    columns = [column[0] for column in database.execute("from intermediate.shared_keys limit 0").description[2:]]
    kinds = ", ".join(
        f"max(case when key_kind = '{kind}' then if(is_personal, 2, 1) else 0 end) as {kind}" for kind in columns
    )
    comparison = comparison.replace('"work"."intermediate"."shared_keys"', f"({OWN_KEYS.format(kinds=kinds)})")
    return database.execute(
        f"select match_model_no, pattern_no, count(*) from ({comparison}) group by all order by all"
    ).fetchall()
