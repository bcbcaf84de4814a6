"""Ids over random histories of builds against plain Python, and what steward decisions do to them."""

from __future__ import annotations

import copy
import random
from collections import Counter

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from identity_home import CLUSTERING, IDENTITY, IdentityHome
from identity_reference import Identity

BATCH = settings(
    max_examples=1,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


STATE = ["path:models/staging/state"]


class History:
    """A population of records whose presence and grouping change from build to build."""

    def __init__(self, seed: int, size: int) -> None:
        self.rng = random.Random(seed)
        names = self.rng.sample(range(10 * size), size)
        self.records = [f"{self.rng.choice(['sap', 'stripe'])}:o:{name:05}" for name in names]
        moments = [None, *(f"2020-01-{day:02} 00:00:00" for day in range(1, 29))]
        self.created = {record: self.rng.choice(moments) for record in self.records}
        self.group = {record: self.rng.randrange(size // 2) for record in self.records}
        self.present = {record for record in self.records if self.rng.random() < 0.7}
        self.reused: set[str] = set()
        self.steps = 0

    def step(self) -> None:
        """Some records come, some go, groups join, groups break, records move, keys are given away again."""
        self.steps += 1
        groups = sorted(set(self.group.values()))
        for old in self.rng.sample(groups, len(groups) // 8):
            new = self.rng.choice(groups)
            self.group = {record: new if group == old else group for record, group in self.group.items()}
        for record in self.records:
            if self.rng.random() < 0.12:
                self.group[record] = self.rng.choice([*groups, max(groups) + 1 + self.rng.randrange(20)])
            if self.rng.random() < 0.2:
                self.present ^= {record}
        dated = sorted(record for record in self.present if self.created[record])
        self.reused = set(self.rng.sample(dated, 8))
        for record in self.reused:
            self.created[record] = f"202{self.steps}-02-01 00:00:00"
            self.group[record] = self.rng.choice([*groups, max(groups) + 100 + self.rng.randrange(20)])

    def clusters(self) -> list[list[str]]:
        groups: dict[int, list[str]] = {}
        for record in sorted(self.present):
            groups.setdefault(self.group[record], []).append(record)
        return list(groups.values())

    def age(self) -> dict[str, tuple]:
        return {record: (moment is None, moment or "", record) for record, moment in self.created.items()}

    def fill(self, home: IdentityHome) -> None:
        numbers = {record: number for number, record in enumerate(sorted(self.present), start=1)}
        oldest_first = sorted(numbers, key=self.age().__getitem__)
        home.fill(
            standardized_records=[
                {"record_no": number, "record_id": record, "source_system": record.split(":")[0], "source_object": "o"}
                | {"record_status": "live", "source_created_at": self.created[record], "full_name": f"N {record}"}
                | {"party_type": "person", "customer_role": "account"}
                for record, number in numbers.items()
            ]
        )
        home.make(
            "clusters",
            "record_no bigint, cluster_no bigint, age_rank bigint",
            [
                {
                    "record_no": numbers[record],
                    "cluster_no": numbers[cluster[0]],
                    "age_rank": oldest_first.index(record),
                }
                for cluster in self.clusters()
                for record in cluster
            ],
        )


def state(home: IdentityHome) -> dict[str, list[tuple]]:
    tables = ("next_crosswalk_versions", "next_customer_registry", "next_identity_events", "next_customer_redirects")
    return {table: sorted(home.rows(f"from intermediate.{table}"), key=str) for table in tables}


def check(home: IdentityHome, reference: Identity, events_before: int) -> None:
    """The build's next state is the reference's."""
    crosswalk = dict(home.rows("select record_id, customer_id from intermediate.record_customers"))
    assert crosswalk == reference.crosswalk
    current = "select record_id, customer_id from intermediate.next_crosswalk_versions where valid_to_version is null"
    assert sorted(home.rows(current)) == sorted(crosswalk.items())
    registry = home.rows("select customer_id, status, redirected_to from intermediate.next_customer_registry")
    assert {customer: status for customer, status, _ in registry} == reference.status
    redirects = dict(home.rows("select old_customer_id, customer_id from intermediate.next_customer_redirects"))
    assert {customer: target for customer, _, target in registry if target} == redirects
    for customer, status in reference.status.items():
        assert redirects.get(customer, customer) == reference.resolve(customer)
        assert status != "merged" or reference.status[redirects[customer]] in ("active", "retired")
    events = home.rows(
        f"""select event, customer_id, other_customer_id from intermediate.next_identity_events
        where event_no > {events_before} order by event_no"""
    )
    assert Counter(events) == Counter(reference.events[events_before:])


@BATCH
@given(seed=st.integers(0, 2**32))
def test_ids_over_a_history_are_those_of_plain_python(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    home = IdentityHome(tmp_path_factory.mktemp("history"))
    home.make("match_edges", "record_no_l bigint, record_no_r bigint, edge_kind text, strength_rank bigint", [])
    home.make("cut_pairs", "record_no_l bigint, record_no_r bigint, cut_reason text", [])
    history, reference = History(seed, 400), Identity()
    for version in range(1, 4):
        events_before = len(reference.events)
        history.fill(home)
        reference.publish(history.clusters(), history.age(), history.reused)
        home.run(*STATE, *IDENTITY)
        check(home, reference, events_before)
        assert {"merged", "split", "record_moved", "retired"} <= {e for e, *_ in reference.events} or version < 3
        home.publish(version)
        if version < 3:
            history.step()
    published = state(home)

    home.run(*IDENTITY)
    assert state(home) == published, "the published data once more changes nothing"
    other = copy.deepcopy(history)
    other.step()
    other.fill(home)
    home.run(*IDENTITY)
    assert state(home) != published
    history.fill(home)
    home.run(*IDENTITY)
    assert state(home) == published, "a build that was not published leaves nothing behind"


@pytest.fixture(scope="module")
def stewarded(tmp_path_factory: pytest.TempPathFactory) -> IdentityHome:
    home = IdentityHome(tmp_path_factory.mktemp("stewarded"))
    home.run("path:models/staging/state")
    home.fill(
        standardized_records=[
            {"record_no": n, "record_id": f"sap:kna1:{n}", "source_system": "sap", "source_object": "kna1"}
            | {"record_status": "live", "party_type": "person", "customer_role": "account"}
            for n in range(1, 10)
        ],
        scored_pairs=[
            {"record_no_l": left, "record_no_r": right, "match_weight": weight, "match_probability": 0.9}
            | {"decision_before_guards": "match"}
            for left, right, weight in [(1, 2, 9.0), (2, 3, 8.0), (4, 5, 9.0), (6, 7, 9.0), (6, 8, 8.0), (7, 8, 7.0)]
        ],
    )
    return home


def decision(number: int, kind: str, left: int, right: int | None, approved_by: str | None = "bo") -> dict:
    return {
        "decision_no": number,
        "decision": kind,
        "record_id_l": f"sap:kna1:{left}",
        "record_id_r": right and f"sap:kna1:{right}",
        "proposed_by": "al",
        "approved_by": approved_by,
    }


@pytest.mark.parametrize(
    ("decisions", "clusters", "cut"),
    [
        pytest.param([], "123 45 678 9", [], id="no decisions"),
        pytest.param(
            [decision(1, "different", 1, 3), decision(2, "same", 5, 9), decision(3, "split_out", 7, None)],
            "12 3 459 68 7",
            [(2, 3, "steward_decision:1"), (6, 7, "split_out"), (7, 8, "split_out")],
            id="approved",
        ),
        pytest.param(
            [
                decision(1, "different", 1, 3, None),
                decision(2, "same", 5, 9, "al"),
                decision(3, "split_out", 7, None, None),
            ],
            "123 45 678 9",
            [],
            id="open, or approved by the proposer",
        ),
        pytest.param(
            [
                decision(1, "different", 1, 3),
                decision(2, "same", 3, 1),
                decision(3, "split_out", 7, None),
                decision(4, "same", 7, 9),
            ],
            "123 45 68 79",
            [(6, 7, "split_out"), (7, 8, "split_out")],
            id="a later decision prevails",
        ),
        pytest.param(
            [decision(1, "same", 3, 4), decision(2, "different", 2, 3), decision(3, "different", 3, 4)],
            "12 3 45 678 9",
            [(2, 3, "steward_decision:2")],
            id="same withdrawn by different",
        ),
    ],
)
def test_decisions_of_stewards(stewarded: IdentityHome, decisions: list[dict], clusters: str, cut: list) -> None:
    stewarded.fill(steward_decisions=decisions)
    stewarded.run(*CLUSTERING)
    grouped = stewarded.rows(
        "select string_agg(record_no, '' order by record_no) from intermediate.clusters group by cluster_no order by 1"
    )
    assert " ".join(members for (members,) in grouped) == clusters
    found = stewarded.rows("select record_no_l, record_no_r, cut_reason from intermediate.cut_pairs order by all")
    assert found == cut
