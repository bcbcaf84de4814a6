"""Connected components, guarded clusters and their confidence against plain Python, on many graphs a dbt run."""

from __future__ import annotations

from collections import defaultdict

import duckdb
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from identity_graphs import assert_components, graphs, guarded_graphs, long_shapes
from identity_home import CLUSTERING, IdentityHome
from identity_reference import birth_dates_conflict, bridges, components, confidence, kruskal

# One example is a dbt run over many graphs, so few examples, and no shrinking.
BATCH = settings(
    max_examples=2, deadline=None, derandomize=True, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)
SEEDS = st.integers(0, 2**32)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> IdentityHome:
    home = IdentityHome(tmp_path_factory.mktemp("clustering"))
    home.run("path:models/staging/state")
    return home


def fill_edges(home: IdentityHome, edges: list[dict]) -> None:
    home.make(
        "match_edges",
        """record_no_l bigint, record_no_r bigint, edge_kind text, is_must_link boolean, strength double,
        match_probability double, is_split_out boolean, strength_rank bigint""",
        [{"edge_kind": "match", "is_must_link": False, "is_split_out": False} | edge for edge in edges],
    )


def build_clusters(home: IdentityHome) -> None:
    """From the edges that a test has written to clusters and their quality."""
    home.run(*(model for model in CLUSTERING if model != "match_edges"))


@BATCH
@given(seed=SEEDS)
def test_components_are_those_of_union_find(home: IdentityHome, seed: int) -> None:
    edges = [edge for edges in graphs(seed, 300) for edge in edges]
    fill_edges(home, [{"record_no_l": a, "record_no_r": b} for a, b in edges])
    home.run("match_components")
    assert dict(home.rows("from intermediate.match_components")) == components(edges)


def test_long_paths_stars_and_rings_are_one_component_each(home: IdentityHome) -> None:
    with duckdb.connect(str(home.home.work)) as work:
        work.execute(f"create or replace table intermediate.match_edges as {long_shapes()}")
    home.run("match_components")
    assert_components(home.rows("from intermediate.match_components"), long_shapes())


@BATCH
@given(seed=SEEDS)
def test_guarded_clusters_are_those_of_sequential_kruskal(home: IdentityHome, seed: int) -> None:
    edges, values = guarded_graphs(seed, 300)
    kept, labels = kruskal([(a, b) for a, b, _ in edges], values)
    records = sorted({node for a, b, _ in edges for node in (a, b)} | {1})
    fill_edges(
        home,
        [
            {"record_no_l": a, "record_no_r": b, "match_probability": p, "strength": p, "strength_rank": rank}
            for rank, (a, b, p) in enumerate(edges, start=1)
        ],
    )
    home.fill(
        standardized_records=[
            {"record_no": n, "record_id": f"s:o:{n:09}", "source_system": "s"}
            | {"birth_date": dict(values.get(n, ())).get("birth_date"), "birth_date_precision": "day"}
            for n in records
        ],
        standardized_identifiers=[
            {"record_no": n, "identifier_kind": guard, "identifier_value": value, "is_valid": True}
            for n, mine in values.items()
            for guard, value in mine
            if guard != "birth_date"
        ],
    )
    build_clusters(home)
    assert sorted(home.rows("select record_no_l, record_no_r from intermediate.cluster_links")) == sorted(kept)
    clusters = dict(home.rows("select record_no, cluster_no from intermediate.clusters"))
    assert clusters == {n: labels.get(n, n) for n in records}

    cut = home.rows("select record_no_l, record_no_r, cut_reason from intermediate.cut_pairs")
    assert {(a, b) for a, b, _ in cut} == {(a, b) for a, b, _ in edges if labels[a] != labels[b]}
    held_by_cluster = defaultdict(set)
    for node, mine in values.items():
        held_by_cluster[clusters[node]] |= mine
    for a, b, reason in cut:
        sides = [{v for g, v in held_by_cluster[clusters[node]] if g == reason} for node in (a, b)]
        assert any(
            left != right and (reason != "birth_date" or birth_dates_conflict(left, right))
            for left in sides[0]
            for right in sides[1]
        )

    inside, members = defaultdict(list), defaultdict(set)
    for a, b, p in edges:
        if clusters[a] == clusters[b]:
            inside[clusters[a]].append((a, b, p))
    for node, cluster in clusters.items():
        members[cluster].add(node)
    found = dict(home.rows("select cluster_no, confidence from intermediate.cluster_confidence"))
    assert found == {cluster: confidence(nodes, inside[cluster]) for cluster, nodes in members.items()}

    found = home.rows("select record_no_l, record_no_r from intermediate.cluster_bridges")
    assert len(found) == len(set(found)) > 10
    assert set(found) == bridges([(a, b) for a, b, _ in edges if clusters[a] == clusters[b]], kept)


def test_a_link_between_two_dense_parts_is_a_bridge(home: IdentityHome) -> None:
    """Two cliques and one link; two cliques and two links; a clique with one record more; a chain of four."""
    left, right = [(a, b) for a in range(1, 5) for b in range(1, a)], [(a, b) for a in range(6, 9) for b in range(6, a)]
    shapes = [
        [*left, *right, (4, 6)],
        [*left, *right, (4, 6), (3, 7)],
        [*left, (4, 5)],
        [(1, 2), (2, 3), (3, 4)],
    ]
    edges = sorted((10 * n + min(e), 10 * n + max(e)) for n, shape in enumerate(shapes) for e in shape)
    home.fill(
        standardized_records=[{"record_no": n, "record_id": f"s:o:{n:03}"} for n in range(1, 40)],
        standardized_identifiers=[],
    )
    fill_edges(
        home,
        [
            {"record_no_l": a, "record_no_r": b, "match_probability": 0.8, "strength": 1.0, "strength_rank": rank}
            for rank, (a, b) in enumerate(edges, start=1)
        ],
    )
    build_clusters(home)
    assert home.rows(
        "select record_no_l, record_no_r, record_count_l, record_count_r from intermediate.cluster_bridges order by 1"
    ) == [(4, 6, 4, 3), (32, 33, 2, 2)]
    assert home.rows(
        "select cluster_no, record_count, edge_count, round(density, 3), bridge_count, weakest_bridge "
        "from intermediate.cluster_quality order by 1"
    ) == [(1, 7, 10, 0.476, 1, 0.8), (11, 7, 11, 0.524, 0, None), (21, 5, 7, 0.7, 0, None), (31, 4, 3, 0.5, 1, 0.8)]


@pytest.mark.parametrize("descending", [True, False])
def test_a_long_chain_with_conflicting_ends_is_cut_once(home: IdentityHome, descending: bool) -> None:
    length = 1000
    home.fill(
        standardized_records=[{"record_no": n, "record_id": f"s:o:{n:09}"} for n in range(1, length + 1)],
        standardized_identifiers=[
            {"record_no": n, "identifier_kind": "vat_de", "identifier_value": value, "is_valid": True}
            for n, value in ((1, "DE1"), (2, "DE1"), (length, "DE2"))
        ],
    )
    ranks = list(range(1, length)) if descending else list(range(length - 1, 0, -1))
    fill_edges(
        home,
        [
            {"record_no_l": n, "record_no_r": n + 1, "match_probability": 0.9, "strength": -r, "strength_rank": r}
            for n, r in zip(range(1, length), ranks, strict=True)
        ],
    )
    build_clusters(home)
    assert home.rows("select record_no_l, record_no_r from intermediate.cut_pairs") == [
        (length - 1, length) if descending else (2, 3)
    ]
