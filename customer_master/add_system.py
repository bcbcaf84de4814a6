"""Writes models/staging/NAME for one raw table: sources, models and their YAML, the columns guessed by name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import yaml

from customer_master import warehouse
from customer_master.errors import BadInput, CustomerMasterError, ExitCode
from customer_master.headers import guess_attribute, looks_like_key, plain
from customer_master.home import PROJECT_DIR, Home
from customer_master.project import project_vars
from customer_master.raw_tables import RawTable, find_table, nearest, quoted, read_tables

CONTACT_KINDS = {"email": "email", "phone": "phone", "website": "website"}
RECORD_COLUMNS = ("record_id", "source_system", "source_object", "source_key")
CONTACT_COLUMNS = ("kind", "label", "is_primary", "valid_from", "email", "phone", "website", "street_address")
CONTACT_COLUMNS += ("house_number", "unit", "city", "region", "postal_code", "country")


@dataclass
class Guess:
    """What each column of the raw table is taken for."""

    key: str
    attributes: dict[str, str] = field(default_factory=dict)  # attribute -> column
    contact_points: list[tuple[str, str]] = field(default_factory=list)  # kind, column
    unused: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class AddedSystem:
    """What was written, what was guessed, and what is left to do."""

    files: list[Path]
    guess: Guess
    todo: str


def add_system(home: Home, name: str, from_table: str, project: Path = PROJECT_DIR) -> AddedSystem:
    """Write the folder of a new system; the project builds with it once `source_systems` names it."""
    folder = _new_folder(name, project)
    with warehouse.open_raw(home) as connection:
        table = _find(from_table, read_tables(connection))
        guess = guess_columns(table, connection)
    attributes = _canonical_attributes(project)
    object_name = re.sub(r"[^a-z0-9]+", "_", table.name.lower()).strip("_")
    texts = _texts(name, object_name, table, guess, attributes)
    folder.mkdir()
    files = []
    for file_name, text in texts.items():
        path = folder / file_name
        path.write_text(text, encoding="utf-8")
        files.append(path)
    systems = project_vars(project)["source_systems"]
    line = f"source_systems: [{', '.join([*systems, name])}]"
    todo = f"Look at {folder}, then change one line of dbt_project.yml (the order is the order of trust): {line}"
    return AddedSystem(files, guess, todo)


def guess_columns(table: RawTable, connection: duckdb.DuckDBPyConnection) -> Guess:
    """Key by name, else the first column whose values are all there and all different; attributes by name."""
    columns = list(table.columns)
    key = next((c for c in columns if looks_like_key(c, table.name)), None) or next(
        (c for c in columns if _is_unique(c, table, connection)), None
    )
    if key is None:
        raise BadInput(
            f"{table} has no column that could be its key.",
            "Each record needs a key that stays: add a column that is never empty and never repeats, e.g. customer_id.",
        )
    guess = Guess(key)
    for column in columns:
        attribute = None if column == key else guess_attribute(column)
        if attribute is None:
            if column != key:
                guess.unused.append(column)
        elif attribute not in guess.attributes:
            guess.attributes[attribute] = column
        elif attribute in CONTACT_KINDS:
            guess.contact_points.append((attribute, column))
        else:
            guess.unused.append(column)
    return guess


def _is_unique(column: str, table: RawTable, connection: duckdb.DuckDBPyConnection) -> bool:
    name = quoted(column)
    row = connection.execute(f"select count(*), count({name}), count(distinct {name}) from {table.sql}").fetchone()
    return row is not None and row[0] > 0 and row[0] == row[1] == row[2]


def _new_folder(name: str, project: Path) -> Path:
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name) or "__" in name or name == "state":
        message = f"{name!r} cannot name a system."
        raise CustomerMasterError(message, "Use lower-case letters, digits and single underscores.", ExitCode.USAGE)
    folder = project / "models/staging" / name
    if folder.exists():
        todo = "Edit its files, or remove the folder to start over; nothing was changed."
        raise CustomerMasterError(f"{folder} exists already.", todo, ExitCode.USAGE)
    return folder


def _find(from_table: str, tables: list[RawTable]) -> RawTable:
    parts = from_table.split(".")
    if len(parts) not in (2, 3):
        todo = "Write it as schema.table (in the database `raw`) or database.schema.table."
        raise CustomerMasterError(f"{from_table!r} is no table name.", todo, ExitCode.USAGE)
    database, schema, name = parts if len(parts) == 3 else ["raw", *parts]
    table = find_table(tables, database, schema, name)
    if table is None:
        near = nearest(f"{database}.{schema}.{name}", [str(t) for t in tables])
        todo = f"The nearest one is {near}." if near else "No table is to be seen: is CUSTOMER_MASTER_HOME right?"
        raise BadInput(f"There is no table {database}.{schema}.{name}.", todo)
    return table


def _canonical_attributes(project: Path) -> list[str]:
    return [attribute["name"] for attribute in project_vars(project)["canonical_attributes"]]


def _sql_name(column: str) -> str:
    """As SQL must spell it: quoted only where a plain identifier would not do."""
    keywords = duckdb.sql("select keyword_name from duckdb_keywords() where keyword_category = 'reserved'").fetchall()
    is_plain = re.fullmatch(r"[a-z_][a-z0-9_]*", column) and (column,) not in keywords
    return column if is_plain else quoted(column)


def _texts(name: str, obj: str, table: RawTable, guess: Guess, attributes: list[str]) -> dict[str, str]:
    """File name -> content."""
    customers, contact_points = f"stg_{name}__{obj}_customers", f"stg_{name}__{obj}_contact_points"
    all_customers, all_contact_points = f"stg_{name}__customers", f"stg_{name}__contact_points"
    record = [*RECORD_COLUMNS, *attributes]
    contact = ["record_id", *CONTACT_COLUMNS]
    grain = f"One row a row of {table.schema}.{table.name}"
    return {
        f"_{name}__sources.yml": _sources_yaml(name, obj, table, guess),
        f"{customers}.sql": _customers_sql(name, obj, guess),
        f"{customers}.yml": _model_yaml(name, customers, f"{grain}.", record) + _unit_test_yaml(name, obj, guess),
        f"{contact_points}.sql": _contact_points_sql(name, obj, guess),
        f"{contact_points}.yml": _model_yaml(name, contact_points, f"{grain} and further contact point.", contact),
        f"{all_customers}.sql": _union_sql(customers),
        f"{all_customers}.yml": _model_yaml(name, all_customers, f"One row a record of {name}.", record),
        f"{all_contact_points}.sql": _union_sql(contact_points),
        f"{all_contact_points}.yml": _model_yaml(
            name, all_contact_points, f"One row a further contact point of a record of {name}.", contact
        ),
    }


def _enabled(name: str) -> str:
    return f"enabled: \"{{{{ '{name}' in var('source_systems') }}}}\""


def _sources_yaml(name: str, obj: str, table: RawTable, guess: Guess) -> str:
    lines = [
        "sources:",
        f"  - name: {name}",
        f"    description: The system {name}.",
        f"    database: \"{{{{ target.dbname or (var('{name}_database', '{table.database}') if target.path "
        f"else var('{name}_schema', '{table.schema}')) }}}}\"",
        f"    schema: \"{{{{ var('{name}_schema', '{table.schema}') }}}}\"",
        "    config:",
        f"      {_enabled(name)}",
        "    tables:",
        f"      - name: {obj}",
        f"        identifier: \"{{{{ var('{name}_{obj}_identifier', '{table.name}') }}}}\"",
        f"        description: What {name} knows about its customers.",
        "        columns:",
        f"          - name: {yaml_text(guess.key)}",
        "            description: Key of the record.",
        "            config: {meta: {required: true}}",
    ]
    meanings = {column: attribute for attribute, column in guess.attributes.items()}
    meanings |= {column: f"further {kind}" for kind, column in guess.contact_points}
    for column, meaning in meanings.items():
        lines += [f"          - name: {yaml_text(column)}", f"            description: Taken for {meaning}."]
    return "\n".join(lines) + "\n"


def yaml_text(text: str) -> str:
    """'id' -> id, 'Kunden: Nr' -> "Kunden: Nr"."""
    return yaml.safe_dump(text, allow_unicode=True, width=1000).removesuffix("\n").removesuffix("...").strip()


def _raw_sql(name: str, obj: str, key: str, columns: list[str]) -> str:
    optional = ", ".join(repr(_sql_name(column)) for column in columns)
    return f"""with

raw_rows as (
    {{{{ optional_columns(
        source('{name}', '{obj}'),
        required=[{_sql_name(key)!r}],
        optional=[{optional}]
    ) }}}}
),
"""


def _customers_sql(name: str, obj: str, guess: Guess) -> str:
    lines = [f"            '{attribute}': {_sql_name(column)!r}," for attribute, column in guess.attributes.items()]
    unused = "".join(f"-- Not used: {column}\n" for column in guess.unused)
    mapping = "\n".join(["{{ canonical_columns({", *lines, "        }) }}"])
    return f"""{unused}{_raw_sql(name, obj, guess.key, list(guess.attributes.values()))}
customers as (
    select
        {{{{ record_columns('{name}', '{obj}', {_sql_name(guess.key)!r}) }}}},
        {mapping}
    from raw_rows
)

select * from customers
"""


def _contact_points_sql(name: str, obj: str, guess: Guess) -> str:
    """Further e-mails, phones and websites; without any, an empty relation that waits for them."""
    extra = guess.contact_points or [("phone", "")]
    selects = []
    for kind, column in extra:
        value = _sql_name(column) if column else "null"
        label = re.sub(r"[^a-z0-9 ]", "", column.lower()) or plain(column)
        parts = f"'kind': \"'{kind}'\", 'label': \"'{label}'\", '{kind}': {value!r}"
        selects.append(
            f"""    select
        {{{{ record_id('{name}', '{obj}', {_sql_name(guess.key)!r}) }}}} as record_id,
        {{{{ contact_point_columns({{{parts}}}) }}}}
    from raw_rows
    where {f"{{{{ first_filled({value!r}) }}}} is not null" if column else "false"}"""
        )
    body = "\n    union all\n".join(selects)
    raw_sql = _raw_sql(name, obj, guess.key, [column for _, column in guess.contact_points])
    return f"{raw_sql}\ncontact_points as (\n{body}\n)\n\nselect * from contact_points\n"


def _union_sql(model: str) -> str:
    return f"{{{{ config(materialized='ephemeral') }}}}\n\nselect * from {{{{ ref('{model}') }}}}\n"


def _model_yaml(name: str, model: str, description: str, columns: list[str]) -> str:
    lines = ["models:", f"  - name: {model}", f"    description: {description}"]
    lines += ["    config:", f"      {_enabled(name)}", "    columns:"]
    for column in columns:
        doc = "contact_point_kind" if column == "kind" else column
        lines += [f"      - name: {column}", f"        description: \"{{{{ doc('{doc}') }}}}\""]
    return "\n".join(lines) + "\n"


def _unit_test_yaml(name: str, obj: str, guess: Guess) -> str:
    """One row through the door; written in SQL, so that columns the table lacks are tried too."""
    return f"""
unit_tests:
  - name: {name}_{obj}_has_record_ids
    description: The key becomes the id of the record; columns that are not there are null.
    model: stg_{name}__{obj}_customers
    config:
      {_enabled(name)}
    given:
      - input: source('{name}', '{obj}')
        format: sql
        rows: |
          select 1 as {_sql_name(guess.key)}
    expect:
      rows:
        - {{record_id: "{name}:{obj}:1", source_system: {name}, source_object: {obj}, source_key: "1"}}
"""
