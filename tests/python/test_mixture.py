"""The three-class mixture: recovers what made the patterns, climbs, and does not depend on where it starts."""

from __future__ import annotations

import numpy as np
import pytest

from customer_master import mixture
from customer_master.mixture import Parameters, Patterns
from customer_master.train import fit_model

SIZES = (4, 3, 3, 3)
TRUTH = Parameters(
    np.array([0.3, 0.3, 0.4]),
    (
        np.array([[0.02, 0.08, 0.2, 0.7], [0.7, 0.25, 0.03, 0.02], [0.3, 0.2, 0.2, 0.3]]),
        np.array([[0.1, 0.1, 0.8], [0.9, 0.05, 0.05], [0.95, 0.03, 0.02]]),
        np.array([[0.2, 0.1, 0.7], [0.3, 0.1, 0.6], [0.9, 0.08, 0.02]]),
        np.array([[0.2, 0.1, 0.7], [0.1, 0.1, 0.8], [0.8, 0.15, 0.05]]),
    ),
)
COMPARISONS = ("person_name", "birth_date", "phone", "address")


def soften(parameters: Parameters, share: float) -> Parameters:
    """Mixes every distribution with an even one, so that a start rules nothing out."""

    def mix(table: np.ndarray) -> np.ndarray:
        return (1 - share) * table + share / table.shape[-1]

    return Parameters(mix(parameters.shares), tuple(mix(table) for table in parameters.levels))


def simulate(pairs: int, seed: int, missing: float = 0.2) -> Patterns:
    random = np.random.default_rng(seed)
    classes = random.choice(3, size=pairs, p=TRUTH.shares)
    columns = []
    for table in TRUTH.levels:
        drawn = np.array([random.choice(table.shape[1], p=table[c]) for c in classes])
        columns.append(np.where(random.random(pairs) < missing, -1, drawn))
    levels, counts = np.unique(np.stack(columns, axis=1), axis=0, return_counts=True)
    return Patterns(COMPARISONS, SIZES, levels, counts.astype(float))


@pytest.fixture(scope="module")
def patterns() -> Patterns:
    return simulate(60_000, seed=1)


def test_recovers_what_made_the_patterns(patterns):
    found = mixture.fit(patterns, soften(TRUTH, 0.5), anchor_pairs=1).parameters
    assert found.shares == pytest.approx(TRUTH.shares, abs=0.03)
    for table, truth in zip(found.levels, TRUTH.levels, strict=True):
        assert table == pytest.approx(truth, abs=0.05)


def test_every_iteration_climbs(patterns):
    likelihoods = np.array(mixture.fit(patterns, soften(TRUTH, 0.5)).log_likelihoods)
    assert len(likelihoods) > 5
    assert (np.diff(likelihoods) >= -1e-6).all()


def test_twenty_perturbed_starts_decide_alike(patterns):
    start = soften(TRUTH, 0.3)
    base = mixture.fit(patterns, start).parameters
    for seed in range(20):
        other = mixture.fit(patterns, mixture.perturbed(start, seed), anchor=start).parameters
        assert mixture.agreement(patterns, base, other) >= 0.999


def test_the_same_patterns_give_the_same_numbers(patterns):
    first, second = (mixture.fit(patterns, TRUTH).parameters for _ in range(2))
    assert all((one == two).all() for one, two in zip(first.levels, second.levels, strict=True))


def test_a_missing_level_says_nothing():
    patterns = Patterns(COMPARISONS, SIZES, np.array([[-1, -1, -1, -1]]), np.array([1.0]))
    assert mixture.class_probabilities(patterns, TRUTH)[:, 0] == pytest.approx(TRUTH.shares)


def test_few_pairs_keep_the_shipped_parameters_and_say_so():
    training = fit_model("person", simulate(100, seed=2), TRUTH)
    assert not training.trained
    assert training.parameters is TRUTH
    assert "only 100 pairs" in training.warnings[0]


def test_pairs_without_matches_keep_the_shipped_parameters():
    simulated = simulate(3000, seed=3, missing=0)
    nothing_alike = simulated.levels[:, 1] == 0
    patterns = Patterns(
        COMPARISONS, SIZES, np.zeros_like(simulated.levels[nothing_alike]), simulated.counts[nothing_alike]
    )
    training = fit_model("person", patterns, TRUTH)
    assert not training.trained
    assert "matches among" in training.warnings[0]


def test_the_rest_is_what_random_pairs_are_whatever_was_blocked():
    """Few or many of the pairs are compared, a random sample stands for the rest: the classes are the same."""
    names = np.array([[0.02, 0.08, 0.2, 0.7], [0.7, 0.25, 0.03, 0.02], [0.97, 0.02, 0.007, 0.003]])
    births = np.array([[0.1, 0.1, 0.8], [0.95, 0.04, 0.01], [0.95, 0.04, 0.01]])
    phones = np.array([[0.2, 0.1, 0.7], [0.3, 0.1, 0.6], [0.98, 0.015, 0.005]])
    addresses = np.array([[0.2, 0.1, 0.7], [0.1, 0.1, 0.8], [0.97, 0.02, 0.01]])
    rare = Parameters(np.array([0.02, 0.02, 0.96]), (names, births, phones, addresses))
    random = np.random.default_rng(5)
    classes = random.choice(3, size=300_000, p=rare.shares)
    levels = np.stack(
        [
            np.where(
                random.random(len(classes)) < 0.1,
                -1,
                (random.random((len(classes), 1)) > np.cumsum(table, axis=1)[classes]).sum(axis=1),
            )
            for table in rare.levels
        ],
        axis=1,
    )
    close = (levels[:, 1] == 2) | (levels[:, 2] == 2)
    loose = close | (levels[:, 0] >= 1) | (random.random(len(classes)) < 0.2)
    distinct, places = np.unique(levels, axis=0, return_inverse=True)

    def counted(blocked: np.ndarray, weight: float) -> Patterns:
        drawn = ~blocked & (random.random(len(classes)) < 0.1)
        counts = np.bincount(places.ravel(), blocked, minlength=len(distinct))
        unblocked = np.bincount(places.ravel(), weight * drawn, minlength=len(distinct))
        return Patterns(COMPARISONS, SIZES, distinct, counts, unblocked)

    def fitted(blocked: np.ndarray, weight: float) -> Parameters:
        patterns = counted(blocked, weight)
        return mixture.fit(patterns, mixture.start_near(patterns, rare), anchor=rare, anchor_pairs=1).parameters

    for blocked in (close, loose):
        parameters = fitted(blocked, 10.0)
        assert parameters.levels[1][2] == pytest.approx(births[2], abs=0.01)
        assert parameters.shares[0] == pytest.approx(0.95 * rare.shares[0], rel=0.25)
    # Without them the rest is what was blocked: by equal birth dates, among others.
    assert fitted(close, 0.0).levels[1][2][2] > 0.1

    training = fit_model("person", counted(close, 10.0), soften(rare, 0.1))
    assert training.trained
    assert training.stability >= 0.999
    assert not training.warnings
