"""The layer rules of the project, read from dbt's manifest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from customer_master.dbt import Dbt
from customer_master.home import PROJECT_DIR, Home
from customer_master.spark.session import FUNCTIONS

# What a layer may read. Marts may read each other: a foreign key's table stands beside it.
READS = {
    "staging": {"source", "staging"},
    "intermediate": {"staging", "intermediate", "seed"},
    "marts": {"intermediate", "marts"},
}
PERSONAL_COLUMNS = re.compile(
    r"^records$|(?:^|_)(?:given_name|middle_name|family_names?|full_name|display_name|name_prefix|name_suffix|email|phone|street|house_number"
    r"|unit|city|postal_code|birth_date|gender|tax_id|vat_id|national_id|loyalty_number|record_id|source_key|value)(?:_[lr])?$"
)
MAX_MODEL_LINES = 80


@pytest.fixture(scope="module")
def nodes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    manifest = Dbt(Home(tmp_path_factory.mktemp("home"))).manifest()
    return {**manifest.nodes, **manifest.sources}


def models(nodes: dict[str, Any], layer: str = "") -> Iterator[Any]:
    found = [
        node
        for node in nodes.values()
        if node.resource_type == "model" and node.original_file_path.startswith(f"models/{layer}")
    ]
    assert found, f"no model in models/{layer}"
    return iter(found)


def layer_of(node: Any) -> str:
    return str(node.fqn[1]) if node.resource_type == "model" else str(node.resource_type)


@pytest.mark.parametrize("layer", READS)
def test_a_layer_reads_only_what_stands_below_it(nodes: dict[str, Any], layer: str) -> None:
    wrong = [
        f"{model.name} reads {nodes[parent].name} ({layer_of(nodes[parent])})"
        for model in models(nodes, layer)
        for parent in model.depends_on.nodes
        if layer_of(nodes[parent]) not in READS[layer]
    ]
    assert not wrong


def test_every_intermediate_layer_reads_its_own_and_lower_numbers(nodes: dict[str, Any]) -> None:
    wrong = [
        f"{model.fqn[2]}/{model.name} reads {nodes[parent].fqn[2]}/{nodes[parent].name}"
        for model in models(nodes, "intermediate")
        for parent in model.depends_on.nodes
        if layer_of(nodes[parent]) == "intermediate" and nodes[parent].fqn[2] > model.fqn[2]
    ]
    assert not wrong


def test_nothing_reads_the_truth(nodes: dict[str, Any]) -> None:
    sources = [node for node in nodes.values() if node.resource_type == "source"]
    assert sources
    assert not [source.unique_id for source in sources if source.schema == "truth"]
    assert not [
        path for path in (PROJECT_DIR / "models").rglob("*.sql") if re.search(r"\btruth\s*\.", path.read_text())
    ]


def test_every_model_has_its_yaml_beside_it_with_grain_and_columns(nodes: dict[str, Any]) -> None:
    wrong = []
    for model in models(nodes):
        beside = Path(model.original_file_path).with_suffix(".yml")
        if not model.patch_path or not model.patch_path.endswith(f"//{beside}"):
            wrong.append(f"{model.name}: no {beside}")
        if not model.description.startswith(("Grain: ", "One row ")):
            wrong.append(f"{model.name}: its description does not start with the grain")
        wrong += [
            f"{model.name}.{column.name}: no description" for column in model.columns.values() if not column.description
        ]
        if not model.columns:
            wrong.append(f"{model.name}: no columns described")
    assert not wrong


def test_every_mart_is_contracted_owned_and_public(nodes: dict[str, Any]) -> None:
    wrong = []
    for model in models(nodes, "marts"):
        if not model.config.contract.enforced:
            wrong.append(f"{model.name}: no contract")
        if not model.group or model.access != "public":
            wrong.append(f"{model.name}: group {model.group}, access {model.access}")
        if not any(model.unique_id in node.depends_on.nodes for node in nodes.values() if node.resource_type == "test"):
            wrong.append(f"{model.name}: no data test")
    assert not wrong


def test_every_personal_column_of_a_mart_is_tagged(nodes: dict[str, Any]) -> None:
    personal = [
        (f"{model.name}.{column.name}", column)
        for model in models(nodes, "marts")
        for column in model.columns.values()
        if PERSONAL_COLUMNS.search(column.name)
    ]
    assert len(personal) > 20
    assert not [
        name for name, column in personal if "pii" not in column.config.tags or not column.config.meta.get("pii")
    ]


def test_every_personal_attribute_of_the_door_is_a_tagged_column_of_dim_customer(nodes: dict[str, Any]) -> None:
    columns = nodes["model.customer_master.dim_customer"].columns
    project = (PROJECT_DIR / "dbt_project.yml").read_text()
    attributes = dict(re.findall(r"- \{name: (\w+), group: \w+, pii: (\w+)", project))
    shared = {name: pii for name, pii in attributes.items() if pii != "none" and name in columns}
    assert len(shared) > 10
    assert not [name for name, pii in shared.items() if columns[name].config.meta.get("pii") != pii]


def test_engines_differ_only_in_adapters_and_materializations() -> None:
    allowed = {PROJECT_DIR / "macros" / folder for folder in ("adapters", "materializations")}
    files = [
        path
        for folder in ("models", "macros", "tests/dbt", "analyses")
        for path in (PROJECT_DIR / folder).rglob("*.sql")
    ]
    assert len(files) > 20
    assert not [str(path) for path in files if "target.type" in path.read_text() and not allowed & set(path.parents)]


def test_a_model_reads_in_one_screen(nodes: dict[str, Any]) -> None:
    # Staging may be longer: it is one list of what the columns of a system are called here.
    lengths = {
        model.name: len([line for line in model.raw_code.splitlines() if line.strip()])
        for layer in ("intermediate", "marts")
        for model in models(nodes, layer)
    }
    assert not {name: length for name, length in lengths.items() if length > MAX_MODEL_LINES}


def test_what_makes_a_view_a_table_on_spark_is_every_function_of_its_session() -> None:
    macro = (PROJECT_DIR / "macros/materializations/view.sql").read_text(encoding="utf-8")
    [names] = re.findall(r"b\(([a-z_|]+)\)", macro)
    assert set(names.split("|")) == set(FUNCTIONS)
