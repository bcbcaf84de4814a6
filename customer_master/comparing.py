"""What the build's own comparison says about any pairs of its records, compared by it or not."""

from __future__ import annotations

import re

import duckdb

from customer_master import warehouse
from customer_master.home import Home

MODELS = "compiled/customer_master/models/intermediate/2_matching"
# A record shares all its keys with itself.
OWN_KEYS = """
select record_no_l, record_no_r, {names} from intermediate.shared_keys
union all
select record_no, record_no, {kinds}
from intermediate.record_keys
group by record_no
"""


def comparison_of(home: Home, pairs: str, shared_keys: str | None = None) -> str | None:
    """A relation: pairs of a query (record_no_l, record_no_r, match_model_no, rule_no) with their pattern_no.

    It is the compiled model compared_pairs with other pairs (and other shared keys), run by the warehouse itself; None
    before the first build.
    """
    compiled = home.target / MODELS / "compared_pairs.sql"
    if not compiled.exists():
        return None
    text = compiled.read_text(encoding="utf-8")
    for model, query in (("blocked_pairs", pairs), ("shared_keys", shared_keys)):
        if query:
            relation = rf'(?:"\w+"\.)?"?\bintermediate"?\."?{model}\b"?'
            text = re.sub(relation, lambda _, query=query: f"({query})", text)
    return warehouse.native(home, text)


def patterns_of_themselves(database: duckdb.DuckDBPyConnection, home: Home) -> list[tuple[int, int, int]]:
    """(match_model_no, pattern_no, records): what every record shows when it is compared with itself."""
    pairs = " union all ".join(
        f"select record_no as record_no_l, record_no as record_no_r, {number} as match_model_no, 0 as rule_no "
        f"from intermediate.{name}_features"
        for number, name in database.execute(
            "select distinct match_model_no, match_model from intermediate.match_patterns order by 1"
        ).fetchall()
    )
    columns = [column[0] for column in database.execute("from intermediate.shared_keys limit 0").description[2:]]
    kinds = ", ".join(
        f"max(case when key_kind <> '{kind}' then 0 when is_personal then 2 else 1 end) as {kind}" for kind in columns
    )
    comparison = comparison_of(home, pairs, OWN_KEYS.format(names=", ".join(columns), kinds=kinds))
    if comparison is None:
        return []
    return database.execute(
        f"select match_model_no, pattern_no, count(*) from {comparison} group by all order by all"
    ).fetchall()
