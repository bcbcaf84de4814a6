"""Finds out in which order a column writes day, month and year, and reads its dates as ISO text."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

# As macros/standardize/standardize_date.sql: a two-digit year above this is of the last century.
LAST_SHORT_YEAR = 25
# How the months begin, without accents, in English, German, French, Spanish and Italian.
MONTHS = (
    ("jan", "ene", "gen"),
    ("feb", "fev"),
    ("mar", "mae"),
    ("apr", "avr", "abr"),
    ("may", "mai", "mag"),
    ("jun", "juin", "giu"),
    ("jul", "juil", "lug"),
    ("aug", "aou", "ago"),
    ("sep", "set"),
    ("oct", "okt", "ott"),
    ("nov",),
    ("dec", "dez", "dic"),
)
# With or without a time behind.
THREE_NUMBERS = r"^(\d{1,4}) ?[./ -] ?(\d{1,2}) ?[./ -] ?(\d{1,4})([T ,]+\d\d?:.*)?$"


@dataclass(frozen=True)
class DateOrder:
    """`order`: dmy, mdy or ymd; `evidence`: how that is known; `is_sure` is False where a hint or habit decided."""

    order: str
    evidence: str
    is_sure: bool = True


def find_orders(connection: duckdb.DuckDBPyConnection, value: str, hint: str | None) -> dict[str, DateOrder]:
    """The order of each file with values of `value`, SQL over file_rows: each system writes dates in its own way.

    Where a file's values can all be read both ways, the order of the other files decides, then `hint`.
    """
    rows = connection.execute(f"select distinct file_name from file_rows where {value} <> '' order by 1").fetchall()
    files = [name for (name,) in rows]
    found = {name: find_order(connection, value, None, [name]) for name in files}
    sure = [order.order for order in found.values() if order.is_sure and order.order != "ymd"]
    if sure:
        hint = max(sorted(set(sure)), key=sure.count)
    return {
        name: order if order.is_sure else find_order(connection, value, hint, [name]) for name, order in found.items()
    }


def find_order(
    connection: duckdb.DuckDBPyConnection, value: str, hint: str | None, files: list[str] | None = None
) -> DateOrder:
    """From all values of `value`, SQL over file_rows; `hint`, an order, decides if all can be read both ways."""
    in_time = "between date '1850-01-01' and date '2100-12-31'"
    counts = connection.execute(
        f"""
with {_parts(value, files)}
select
    sum(n) filter (year_in_front),
    sum(n) filter (year_behind),
    sum(n) filter (year_behind and x between 13 and 31 and y between 1 and 12),
    sum(n) filter (year_behind and y between 13 and 31 and x between 1 and 12),
    sum(n) filter (year_behind and v like '%.%'),
    sum(n) filter ({_of_digits("ymd")} {in_time}),
    sum(n) filter ({_of_digits("dmy")} {in_time}),
    sum(n) filter ({_of_digits("mdy")} {in_time})
from parts
"""
    ).fetchone()
    year_first, year_last, day_first, month_first, dots, *compact = [int(count or 0) for count in counts or (0,) * 8]
    if max(compact) > year_first + year_last:
        order = ("ymd", "dmy", "mdy")[compact.index(max(compact))]
        return DateOrder(order, f"{max(compact):,} values are dates in that order", compact.count(max(compact)) == 1)
    if year_last <= year_first:
        return DateOrder("ymd", "the year stands in front")
    if day_first != month_first:
        order, count, against = (
            ("dmy", day_first, month_first) if day_first > month_first else ("mdy", month_first, day_first)
        )
        place = "first" if order == "dmy" else "second"
        exceptions = f", in {against:,} the other" if against else ""
        return DateOrder(order, f"the {place} number is above 12 in {count:,} values{exceptions}")
    if dots > year_last / 2:
        return DateOrder("dmy", "dots mean that the day comes first")
    if hint:
        return DateOrder(hint, "the rest of the file suggests it", False)
    return DateOrder("dmy", "nothing in the file decides it", False)


def read_dates(connection: duckdb.DuckDBPyConnection, value: str, orders: dict[str, str], table: str) -> None:
    """Temporary `table`(read_file, raw, iso): each different value of a file; iso is null where it is no date.

    A value that can only be read in another order than its file's is read in that one.
    """
    parts = []
    for order in sorted(set(orders.values())):
        files = [name for name, said in orders.items() if said == order]
        tried = [order, *(other for other in ("dmy", "mdy", "ymd") if other != order)]
        dates = ", ".join([*(_of_parts(each) for each in tried), *(_of_digits(each) for each in tried)])
        parts.append(
            f"select read_file, raw, strftime(coalesce({dates}), '%Y-%m-%d') as iso from"
            f" (with {_parts(value, files)} select unnest({_listed(files)}) as read_file, parts.* from parts)"
        )
    connection.execute(f"create or replace temp table {table} as {' union all '.join(parts)}")


def _listed(texts: list[str]) -> str:
    return "[" + ", ".join("'" + text.replace("'", "''") + "'" for text in texts) + "]"


def _parts(value: str, files: list[str] | None = None) -> str:
    """SQL: CTE `parts`, a row a different value of some files (all if not said): raw, n (rows), v (month as number),
    x, y, z (its numbers), digits."""
    chosen = f" and list_contains({_listed(files)}, file_name)" if files is not None else ""
    months = " ".join(
        f"when regexp_matches(word, '^({'|'.join(starts)})') then '{number}'" for number, starts in enumerate(MONTHS, 1)
    )
    return rf"""
texts as (
    select
        {value} as raw,
        count(*) as n
    from file_rows
    where raw <> ''{chosen}
    group by raw
),
plain_texts as (
    select
        *,
        lower(strip_accents(raw)) as plain,
        case when not regexp_matches(raw, '^\d{{4}}-') then regexp_extract(plain, '[a-z]{{3,}}') else '' end as word
    from texts
),
spelled as (
    select
        *,
        regexp_replace(plain, '([0-9])(st|nd|rd|th|er) | de |[, ]+', '\1 ', 'g') as day_text,
        case {months} end as month
    from plain_texts
),
numbered as (
    select
        raw,
        n,
        case when word = '' then raw else trim(regexp_replace(day_text, '[a-z]{{3,}}[.]?', month)) end as v,
        unnest(regexp_extract(v, '{THREE_NUMBERS}', ['a', 'b', 'c']))
    from spelled
),
parts as (
    select
        *,
        case when regexp_full_match(v, '\d{{7,8}}') then lpad(v, 8, '0') end as digits,
        try_cast(a as integer) as x,
        try_cast(b as integer) as y,
        try_cast(c as integer) as z,
        len(a) = 4 or (len(a) = 2 and len(c) between 1 and 2 and x > 31) as year_in_front,
        len(a) between 1 and 2 and len(c) in (2, 4) and not year_in_front as year_behind
    from numbered
)
"""


def _of_parts(order: str) -> str:
    """SQL: the date of x, y and z; null when the year does not stand where the order has it."""
    year, month, day = {"dmy": "zyx", "mdy": "zxy", "ymd": "xyz"}[order]
    text = "a" if order == "ymd" else "c"
    century = f"case when {year} > {LAST_SHORT_YEAR} then 1900 else 2000 end"
    full_year = f"case len({text}) when 4 then {year} when 2 then {year} + {century} end"
    return f"try_cast(format('{{:04d}}-{{:02d}}-{{:02d}}', {full_year}, {month}, {day}) as date)"


def _of_digits(order: str) -> str:
    """SQL: the date of eight digits; a spreadsheet takes the zero of a first day or month away."""
    year, month, day = {"ymd": (1, 5, 7), "dmy": (5, 3, 1), "mdy": (5, 1, 3)}[order]
    parts = (f"substr(digits, {start}, {length})" for start, length in ((year, 4), (month, 2), (day, 2)))
    text = " || '-' || ".join(parts)
    condition = "when len(v) = 8 " if order == "ymd" else "when true "
    return f"try_cast(case {condition}then {text} end as date)"
