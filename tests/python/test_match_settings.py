"""Every kind of match setting, changed once: what it decides must change with it.

Several settings are changed in one dbt run: each is looked at in a model that no other one of them reaches.
"""

from __future__ import annotations

import copy
from typing import Any

import pytest
from conftest import query

from customer_master import pipeline
from customer_master.dbt import Dbt
from customer_master.home import Home
from customer_master.project import project_vars

# setting -> (its value, the model it decides in, the rows of it whose number must change)
Settings = dict[str, tuple[Any, str, str]]
IDENTIFIERS = "guard not like '%:%' and guard <> 'birth_date'"
VALUES: Settings = {
    "contact_point_junk_names": (2, "contact_point_profiles", "usage = 'junk'"),
    "blocking_key_limit": (3, "blocking_large_keys", "true"),
    "random_pairs": (1000, "random_pattern_counts", "true"),
    "forecast_pairs": (1000, "blocked_pairs_sample", "true"),
    "household_size_limit": (2, "household_members", "is_oversized"),
    "unique_identifier_kinds": ([], "guard_values", IDENTIFIERS),
    "duplicate_free_sources": (["stripe"], "guard_values", "guard = 'one_record_of:stripe'"),
    "birth_date_guard_errors": (0.0, "guard_values", "guard = 'birth_date'"),
    "review_confidence": (0.999, "review_queue", "case_kind = 'low_confidence'"),
    "review_bridge": (1.0, "review_queue", "case_kind = 'weak_bridge'"),
}
# The same for settings that the environment may say otherwise.
OF_A_RUN: Settings = {
    "match_parameter_version": ("seed", "match_parameters", "abs(p_match - 0.5) < 0.3"),
    "minimum_probability": (0.3, "pair_candidates", "true"),
    "match_threshold": (0.95, "pair_consensus", "true"),
    "review_threshold": (0.3, "scored_pairs", "decision_before_guards = 'review'"),
}


def counts(home: Home, settings: Settings) -> dict[str, int]:
    schema = {"review_queue": "governance"}
    asked = {
        name: f"select count(*) from {schema.get(model, 'intermediate')}.{model} where {rows}"
        for name, (_, model, rows) in settings.items()
    }
    return {name: query(home.work, sql)[0][0] for name, sql in asked.items()}


def run(home: Home, *models: str, **variables: Any) -> None:
    Dbt(home, variables=variables).run("run", "--select", *models)


@pytest.fixture
def home(demo_home, copy_home) -> Home:
    return copy_home(demo_home)


def test_values_decide(home):
    before = counts(home, VALUES)
    models = {model for _, model, _ in VALUES.values()}
    run(home, *models, **{name: value for name, (value, _, _) in VALUES.items()})
    after = counts(home, VALUES)
    assert not [name for name in VALUES if before[name] == after[name]]


@pytest.mark.parametrize("name", OF_A_RUN)
def test_values_of_one_run_decide(home, name):
    value, model, _ = OF_A_RUN[name]
    one = {name: OF_A_RUN[name]}
    before = counts(home, one)
    with pipeline.settings(**{name: value}):
        run(home, "match_parameter_version", model)
    assert counts(home, one) != before


BLOCKED = "select rule_no, count(*) from intermediate.blocked_pairs group by all"


def test_blocking_rules_decide(home):
    """A rule less, a key more, each value of a kind, a lower limit, no split: the pairs of that rule change."""
    rules = copy.deepcopy(project_vars()["blocking_rules"])
    person = {rule["name"]: rule for rule in rules["person"]}
    changed = {
        "names_and_postal_code": {"keys": ["name_pair_sound", "postal_key", "birth_date"]},
        "same_phone": {"each": "domain"},
        "same_family_name": {"limit": 3},
        "initial_and_family_name": {"limit": 4, "split": ["house_number"]},
    }
    for name, values in changed.items():
        person[name] |= values
    rules["person"] = [rule for rule in rules["person"] if rule["name"] != "same_given_name"]
    before = dict(query(home.work, BLOCKED))
    models = ("blocking_keys", "blocking_key_sizes", "blocking_large_keys", "blocking_split_keys", "blocked_pairs")
    run(home, *models, blocking_rules=rules)
    after = dict(query(home.work, BLOCKED))
    numbers = {rule["name"]: number for number, rule in enumerate(project_vars()["blocking_rules"]["person"], start=1)}
    assert all(before[numbers[name]] != after.get(numbers[name], 0) for name in changed)
    assert sum(after.values()) < sum(before.values())
    assert max(before) == 1 + max(after)


def test_comparisons_decide(home):
    """Without a comparison the others say the same, and patterns are fewer."""
    comparisons = copy.deepcopy(project_vars()["comparisons"])
    comparisons["person"] = [c for c in comparisons["person"] if c["name"] != "phone"]
    counted = "select count(distinct pattern_no), count(*) from intermediate.compared_pairs where match_model_no = 1"
    patterns, pairs = query(home.work, counted)[0]
    run(home, "compared_pairs", comparisons=comparisons)
    fewer, as_many = query(home.work, counted)[0]
    assert fewer < patterns
    assert as_many == pairs


def test_every_setting_of_matching_is_changed_here():
    others = {"least_precision", "least_recall", "max_source_shrink", "max_merge_jump", "max_reused_keys"}
    others |= {"source_systems", "canonical_attributes"}
    tested = {*VALUES, *OF_A_RUN, "blocking_rules", "comparisons"}
    known = {name for name in project_vars() if not name.endswith(("_database", "_schema"))}
    assert known - others == tested
