"""Plain dbt, as in any other dbt project: unit tests, models and data tests in a fresh home, and no publication."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import query

from customer_master import pipeline
from customer_master.home import PROJECT_DIR, Home


def plain_dbt(home: Home, *arguments: str) -> str:
    process = subprocess.run(
        [
            str(Path(sys.executable).with_name("dbt")),
            *arguments,
            *("--target-path", str(home.target), "--log-path", str(home.logs)),
        ],
        cwd=PROJECT_DIR,
        env=os.environ | {"CUSTOMER_MASTER_HOME": str(home.path), "PYTHONPATH": str(PROJECT_DIR)},
        capture_output=True,
        text=True,
        check=False,
    )
    return process.stdout + process.stderr


@pytest.fixture(scope="module")
def plain_build(small_home: Home, tmp_path_factory: pytest.TempPathFactory) -> tuple[Home, dict[str, dict], str]:
    """`dbt build` with its unit tests: (home, results by node, what dbt said)."""
    home = Home(tmp_path_factory.mktemp("plain"))
    shutil.copy(small_home.raw, home.raw)
    shutil.copytree(small_home.target, home.target)  # with what is parsed
    # Unit tests need the tables of their parents.
    said = plain_dbt(home, "build", "--empty", "--exclude-resource-type", "unit_test", "test")
    said += plain_dbt(home, "build")
    results = json.loads((home.target / "run_results.json").read_text(encoding="utf-8"))["results"]
    return home, {result["unique_id"]: result for result in results}, said


def test_every_model_data_test_and_unit_test_passes(plain_build: tuple[Home, dict[str, dict], str]) -> None:
    home, results, said = plain_build
    failing = [
        f"{name}: {result['status']}: {result['message']}"
        for name, result in results.items()
        if result["status"] not in ("success", "pass", "no-op")
    ]
    assert not failing, "\n".join(failing)
    manifest = json.loads((home.target / "manifest.json").read_text(encoding="utf-8"))
    expected = {
        name
        for name, node in manifest["nodes"].items()
        if node["resource_type"] in ("test", "seed")
        or (node["resource_type"] == "model" and node["config"]["materialized"] != "ephemeral")
    } | set(manifest["unit_tests"])
    assert expected <= set(results), said[-2000:]
    assert any(name.startswith("unit_test.") for name in expected)


def test_every_analysis_answers(plain_build: tuple[Home, dict[str, dict], str]) -> None:
    home, _, _ = plain_build
    said = plain_dbt(home, "compile", "--select", "resource_type:analysis")
    analyses = sorted((home.target / "compiled/customer_master/analyses").glob("*.sql"))
    assert {path.stem for path in analyses} == {path.stem for path in (PROJECT_DIR / "analyses").glob("*.sql")}, said
    answers = {path.stem: query(home.work, path.read_text(encoding="utf-8")) for path in analyses}
    assert answers["blocking_yield"]
    assert [row[1] for row in answers["threshold_sweep"]] == sorted(
        (row[1] for row in answers["threshold_sweep"]), reverse=True
    )


def test_plain_dbt_never_publishes_but_its_build_can_be_published(
    plain_build: tuple[Home, dict[str, dict], str],
) -> None:
    home, _, said = plain_build
    assert not home.published.exists()
    assert query(home.work, "select status from inbox.build_runs order by run_no") == [("partial",), ("built",)], said
    pipeline.publish(home, [])
    assert query(home.published, "select published_version from governance.build_runs where status = 'published'") == [
        (1,)
    ]


def test_the_times_of_every_system_are_read(small_home: Home) -> None:
    """Recency, age and reused keys rest on them."""
    times = query(
        small_home.work,
        """
        select
            received.source_object, count(received.created_at) > 0,
            count(received.created_at) = count(records.source_created_at),
            count(received.updated_at) = count(records.source_updated_at)
        from intermediate.source_records as received
        inner join intermediate.standardized_records as records using (record_no)
        group by received.source_object
        """,
    )
    assert len(times) > 5
    assert [row for row in times if row[1:] != (True, True, True)] == []
