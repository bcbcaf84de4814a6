"""Which column of a file is which canonical attribute; and the table `records` that the models start from."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

import duckdb

from customer_master.errors import BadInput
from customer_master.headers import KNOWN_HEADERS, plain
from customer_master.project import project_vars
from customer_master.raw_tables import nearest, quoted
from customer_master.trial.candidates import Candidate, find_candidates, other_addresses, parts_of, preferred
from customer_master.trial.dates import find_orders, read_dates
from customer_master.trial.reading import Loaded
from customer_master.trial.values import ORGANIZATION_TYPES, PERSON_TYPES, folded, look_at, sql_list, trimmed

SOURCE_COLUMNS = ("source_system", "source_record_id")
# Takes a column out of the comparison: --column ignore=Header.
IGNORE = "ignore"
DATES = ("birth_date", "updated_at")
# Whole numbers beside empty cells arrive as decimals (pandas): 89073.0 is the postal code 89073.
NUMBERS = ("phone", "house_number", "postal_code", "tax_id", "national_id", "loyalty_number")
# Alone, these bring no two records together.
NOT_ENOUGH = ("party_type", "middle_name", "name_suffix", "gender", "house_number", "unit", "region", "country")
NOT_ENOUGH += ("updated_at",)


@dataclass
class Mapping:
    """What every column is taken for; columns as file_rows names them, in the order of the files.

    attributes: canonical attribute -> columns, joined in this order by a blank. reasons: column -> why, of the unmapped
    ones too. date_orders: column -> dmy, mdy or ymd, and which files have another; file_date_orders: attribute -> file
    -> order. examples: column -> a frequent value.
    """

    attributes: dict[str, list[str]] = field(default_factory=dict)
    source_system: str | None = None
    source_record_id: str | None = None
    also_match: list[str] = field(default_factory=list)
    unmapped: list[str] = field(default_factory=list)
    date_orders: dict[str, str] = field(default_factory=dict)
    file_date_orders: dict[str, dict[str, str]] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)
    examples: dict[str, str] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)


class MappingRow(NamedTuple):
    """A line of the table that is shown before the run."""

    column: str
    taken_for: str
    why: str
    example: str


@cache
def canonical_attributes() -> list[dict[str, Any]]:
    """The canonical attributes of dbt_project.yml, in its order."""
    return project_vars()["canonical_attributes"]


def try_attributes() -> list[str]:
    """The names of those that `try` accepts."""
    return [attribute["name"] for attribute in canonical_attributes() if attribute["try"]]


def parse_columns(options: Iterable[str]) -> dict[str, list[str]]:
    """['full_name=First', 'full_name=Last'] -> {'full_name': ['First', 'Last']}; BadInput without an equals sign."""
    columns: dict[str, list[str]] = {}
    for option in options:
        name, equals, header = option.partition("=")
        if not (equals and name.strip() and header.strip()):
            raise BadInput(f"--column {option!r} cannot be read.", "Write it as --column email=HEADER")
        columns.setdefault(name.strip(), []).append(header.strip())
    return columns


def guess_mapping(
    connection: duckdb.DuckDBPyConnection,
    loaded: Loaded,
    columns: dict[str, list[str]] | None = None,
    also_match: Iterable[str] = (),
) -> Mapping:
    """By header and values, but for what `columns` (canonical name -> headers) and `also_match` say.

    Raises BadInput for names that are not there, and when nothing that could bring records together was found.
    """
    mapping = Mapping()
    _obey(mapping, loaded, columns or {}, also_match)
    free = [column for column in loaded.columns if column not in mapping.reasons]
    given = [column for column in free if plain(column) in KNOWN_HEADERS["given_name"].split()]
    looks = look_at(connection, loaded.columns, loaded.row_count, given)
    mapping.examples = {column: look.typical for column, look in looks.items()}
    candidates = find_candidates(free, looks)
    _choose_source(connection, mapping, loaded, [c for c in candidates if c.kind == "source"])
    _choose_attributes(mapping, loaded, [c for c in candidates if c.attribute])
    _choose_key(connection, mapping, [c for c in candidates if c.kind == "key"])
    for candidate in candidates:
        reason = {
            "truth": "never compared: the outcome of a matching",
            "other_party": "about somebody else",
        }.get(candidate.kind, candidate.reason)
        mapping.reasons.setdefault(candidate.column, reason)
    used = {*(column for parts in mapping.attributes.values() for column in parts), *mapping.also_match}
    used |= {column for column in (mapping.source_system, mapping.source_record_id) if column}
    mapping.unmapped = [column for column in loaded.columns if column not in used]
    if mapping.unmapped and not mapping.also_match and not set(mapping.attributes).difference(NOT_ENOUGH):
        raise BadInput(
            f"No column was found that tells customers apart. The columns are: {', '.join(loaded.columns)}.",
            f"Say what they hold, for example: --column full_name={shlex.quote(mapping.unmapped[0])}. "
            f"The names are {', '.join((*SOURCE_COLUMNS, *try_attributes()))}.",
        )
    _find_date_orders(connection, mapping, loaded)
    return mapping


def _obey(mapping: Mapping, loaded: Loaded, columns: dict[str, list[str]], also_match: Iterable[str]) -> None:
    known = [*SOURCE_COLUMNS, *try_attributes(), IGNORE]
    for name, headers in columns.items():
        if name not in known:
            near = nearest(name, known)
            todo = f"The nearest one is {near}. " if near else ""
            raise BadInput(f"--column {name}=...: {name} is no attribute.", f"{todo}They are: {', '.join(known)}.")
        found = [_column(header, loaded, f"--column {name}={header}") for header in headers]
        for column in found:
            if column in mapping.reasons:
                raise BadInput(f"--column names {column} twice.", "Give each column one meaning.")
            mapping.reasons[column] = "--column"
        if name in SOURCE_COLUMNS:
            if len(found) > 1:
                raise BadInput(f"--column {name} is given {len(found)} times.", f"{name} is one column.")
            setattr(mapping, name, found[0])
        elif name != IGNORE:
            mapping.attributes[name] = found
    for header in also_match:
        column = _column(header, loaded, f"--also-match {header}")
        if column in mapping.reasons:
            raise BadInput(f"{column} is named twice, by --also-match too.", "Give each column one meaning.")
        mapping.reasons[column] = "--also-match"
        mapping.also_match.append(column)


def _column(header: str, loaded: Loaded, option: str) -> str:
    """The column with this header; upper and lower case do not matter."""
    by_lower = {column.casefold(): column for column in loaded.columns}
    column = by_lower.get(re.sub(r"\s+", " ", header).strip().casefold())
    if column is None:
        near = nearest(header, loaded.columns)
        todo = f"The nearest one is {near}. " if near else ""
        raise BadInput(
            f"{option}: there is no column {header}.", f"{todo}The columns are: {', '.join(loaded.columns)}."
        )
    return column


def _choose_source(
    connection: duckdb.DuckDBPyConnection, mapping: Mapping, loaded: Loaded, candidates: list[Candidate]
) -> None:
    """A column that names few systems; else each of several files is a source."""
    if mapping.source_system:
        return
    for candidate in sorted(candidates, key=lambda c: (c.rank, c.position)):
        sql = f"select count(distinct {quoted(candidate.column)}) from file_rows"
        (distinct,) = connection.execute(sql).fetchone() or (0,)
        if mapping.source_system is None and candidate.filled and distinct <= max(20, candidate.filled / 100):
            mapping.source_system = candidate.column
            mapping.reasons[candidate.column] = "header"
        else:
            mapping.reasons[candidate.column] = "too many different values for a source"
    if mapping.source_system is None and len(loaded.files) > 1:
        mapping.source_system = "file_name"
        mapping.reasons["file_name"] = "each file is a source"


def _choose_key(connection: duckdb.DuckDBPyConnection, mapping: Mapping, candidates: list[Candidate]) -> None:
    """The first id-like column whose values do not repeat within a source."""
    scope = f", {quoted(mapping.source_system)}" if mapping.source_system else ""
    for candidate in sorted(candidates, key=lambda c: (c.rank, c.position)):
        column = quoted(candidate.column)
        sql = f"select count(distinct hash(file_name, {column}{scope})) from file_rows where {column} <> ''"
        (distinct,) = connection.execute(sql).fetchone() or (0,)
        if mapping.source_record_id:
            mapping.reasons[candidate.column] = f"another id; {mapping.source_record_id} is used"
        elif distinct >= 0.99 * candidate.filled:
            mapping.source_record_id = candidate.column
            mapping.reasons[candidate.column] = "header; carried along, never compared"
        else:
            mapping.reasons[candidate.column] = "never compared: an id whose values repeat"


def _choose_attributes(mapping: Mapping, loaded: Loaded, candidates: list[Candidate]) -> None:
    accepted = try_attributes()
    for candidate in candidates:
        if candidate.attribute not in accepted:
            mapping.reasons[candidate.column] = f"{candidate.attribute} is not compared"
    mapping.reasons |= other_addresses([c for c in candidates if c.column not in mapping.reasons])
    candidates = [c for c in candidates if c.column not in mapping.reasons]
    for attribute in accepted:
        choice = [c for c in candidates if c.attribute == attribute]
        if not choice or attribute in mapping.attributes:
            for candidate in choice:
                mapping.reasons[candidate.column] = f"--column says what {attribute} is"
            continue
        first = preferred(choice)
        parts = parts_of(first, choice, loaded.renamed)
        mapping.attributes[attribute] = [part.column for part in parts]
        for candidate in choice:
            is_used = candidate in parts
            why = f"another {attribute}; {first.column} is used"
            mapping.reasons[candidate.column] = candidate.reason if is_used else why
        if not first.by_header and "the header says" in first.reason:
            mapping.warnings.append(
                f"{first.column} is taken for {attribute}: {first.reason.removeprefix('values: ')}."
            )
    for candidate in candidates:
        given = candidate.joined_with
        is_chosen = mapping.attributes.get("full_name") == [candidate.column]
        if given and is_chosen and mapping.attributes.get("given_name") == [given]:
            del mapping.attributes["given_name"]
            mapping.attributes["full_name"] = [given, candidate.column]
            mapping.reasons[given] = f"header; read together with {candidate.column}"


def _find_date_orders(connection: duckdb.DuckDBPyConnection, mapping: Mapping, loaded: Loaded) -> None:
    hint = None
    headers = {plain(column) for column in loaded.columns}
    country = mapping.examples.get(mapping.attributes.get("country", [""])[0], "")
    if country:
        is_american = plain(country) in ("us", "usa", "unitedstates", "unitedstatesofamerica")
        hint = "mdy" if is_american else "dmy"
    elif headers & {"zip", "zipcode", "ssn", "socialsecuritynumber"}:
        hint = "mdy"
    for attribute in DATES:
        columns = mapping.attributes.get(attribute, [])
        if not columns:
            continue
        orders = find_orders(connection, joined(columns), hint)
        if not orders:
            continue
        said = [order.order for order in orders.values()]
        most = max(sorted(set(said)), key=said.count)
        exceptions = [f"{order.order} in {name}" for name, order in orders.items() if order.order != most]
        mapping.file_date_orders[attribute] = {name: order.order for name, order in orders.items()}
        for column in columns:
            mapping.date_orders[column] = ", ".join([most, *exceptions])
        for name, found in orders.items():
            what = ", ".join(columns) + (f" of {name}" if len(orders) > 1 else "")
            if not found.is_sure:
                mapping.warnings.append(
                    f"{what}: day and month cannot be told apart. Read as {found.order}: {found.evidence}."
                    " If that is wrong, write the dates as 1980-05-17."
                )
            elif "the other" in found.evidence:
                mapping.warnings.append(f"{what} is read as {found.order}: {found.evidence}.")


def joined(columns: list[str]) -> str:
    """SQL: the values of the columns without blanks round them, one blank between, null when there is none."""
    parts = [trimmed(quoted(column)) for column in columns]
    return parts[0] if len(parts) == 1 else f"nullif(concat_ws(' ', {', '.join(parts)}), '')"


def describe(mapping: Mapping) -> list[MappingRow]:
    """A row a column, in the order of the files; `taken_for` is empty where it is not used."""
    taken = {column: attribute for attribute, columns in mapping.attributes.items() for column in columns}
    taken |= {column: "compared as text" for column in mapping.also_match}
    for name in SOURCE_COLUMNS:
        if column := getattr(mapping, name):
            taken[column] = name
    for column, order in mapping.date_orders.items():
        taken[column] += f" ({order})"
    columns = [*(["file_name"] if mapping.source_system == "file_name" else []), *mapping.examples]
    return [
        MappingRow(column, taken.get(column, ""), mapping.reasons.get(column, ""), mapping.examples.get(column, ""))
        for column in columns
    ]


def write_records(connection: duckdb.DuckDBPyConnection, mapping: Mapping, into: str = "records") -> None:
    """(Re)place `into`: row_number, source_system, source_record_id, every attribute of `try`, also_match_1 and so on.

    Values are without blanks round them, null when empty. Dates that can be read are ISO text, all others as they are.
    """
    selected, joins = ["row_number"], []
    for name in SOURCE_COLUMNS:
        column = getattr(mapping, name)
        selected.append(f"{joined([column]) if column else 'null::varchar'} as {name}")
    for attribute in try_attributes():
        columns = mapping.attributes.get(attribute)
        value = joined(columns) if columns else "null::varchar"
        if columns and attribute == "party_type":
            value = _party_type(value)
        elif columns and attribute in NUMBERS:
            whole = f"regexp_replace({value}, '^([0-9]+)[.]0$', '\\1')"
            value = f"case when suffix({value}, '.0') then {whole} else {value} end"
        elif columns and attribute in mapping.file_date_orders:
            table = f"trial_{attribute}s"
            read_dates(connection, value, mapping.file_date_orders[attribute], table)
            joins.append(f"left join {table} on {value} = {table}.raw and file_rows.file_name = {table}.read_file")
            value = f"coalesce({table}.iso, {value})"
        selected.append(f"{value} as {attribute}")
    selected += [f"{joined([column])} as also_match_{place}" for place, column in enumerate(mapping.also_match, 1)]
    source = " ".join(["file_rows", *joins])
    connection.execute(f"create or replace table {into} as select {', '.join(selected)} from {source}")
    for attribute in DATES:
        connection.execute(f"drop table if exists trial_{attribute}s")


def _party_type(value: str) -> str:
    """SQL: person or organization, null for any other word."""
    return (
        f"case when {folded(value)} in {sql_list(ORGANIZATION_TYPES, ',')} then 'organization' "
        f"when {folded(value)} in {sql_list(PERSON_TYPES, ',')} then 'person' end"
    )
