"""The three-class latent mixture behind matching, fitted to counted patterns of comparison levels without labels.

A pair of records is a match, related (household, colleagues) or other (namesakes, what blocking threw together).
Within a class the comparisons are independent; a missing level says nothing. Everything here is deterministic.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

CLASSES = ("match", "related", "other")
FLOOR = 1e-9


@dataclass(frozen=True)
class Patterns:
    """Distinct patterns of levels (-1: missing) and how many pairs show each."""

    comparisons: tuple[str, ...]
    level_counts: tuple[int, ...]
    levels: np.ndarray  # patterns x comparisons
    counts: np.ndarray

    @property
    def pair_count(self) -> int:
        return int(self.counts.sum())


@dataclass(frozen=True)
class Parameters:
    """Class shares and, per comparison, how often each class shows each level (3 x levels)."""

    shares: np.ndarray
    levels: tuple[np.ndarray, ...]


@dataclass(frozen=True)
class Fit:
    """What a training found."""

    parameters: Parameters
    log_likelihoods: tuple[float, ...]
    converged: bool
    warnings: tuple[str, ...] = field(default=())


def log_joint(patterns: Patterns, parameters: Parameters) -> np.ndarray:
    """log P(class and pattern), classes x patterns."""
    joint = np.repeat(np.log(np.maximum(parameters.shares, FLOOR))[:, None], len(patterns.counts), axis=1)
    for column, table in enumerate(parameters.levels):
        # The last entry is what a missing level (-1) picks: no evidence.
        joint += np.hstack([np.log(np.maximum(table, FLOOR)), np.zeros((3, 1))])[:, patterns.levels[:, column]]
    return joint


def class_probabilities(patterns: Patterns, parameters: Parameters) -> np.ndarray:
    """P(class | pattern), classes x patterns."""
    joint = log_joint(patterns, parameters)
    joint -= joint.max(axis=0)
    probabilities = np.exp(joint)
    return probabilities / probabilities.sum(axis=0)


def fit(
    patterns: Patterns,
    start: Parameters,
    *,
    anchor: Parameters | None = None,
    anchor_pairs: float = 20.0,
    iterations: int = 400,
    tolerance: float = 1e-6,
) -> Fit:
    """Expectation maximization from `start`; `anchor` stands for `anchor_pairs` pairs a class."""
    anchor = anchor or start
    current, likelihoods, converged = start, [], False
    sized = zip(patterns.levels.T, patterns.level_counts, strict=True)
    columns = [np.where(column < 0, size, column) for column, size in sized]
    for _ in range(iterations):
        joint = log_joint(patterns, current)
        top = joint.max(axis=0)
        weights = np.exp(joint - top)
        total = weights.sum(axis=0)
        evidence = float((patterns.counts * (top + np.log(total))).sum())
        likelihoods.append(evidence + _log_prior(current, anchor, anchor_pairs))
        weights *= patterns.counts / total
        current = _maximize(weights, columns, patterns.level_counts, anchor, anchor_pairs)
        if len(likelihoods) > 1 and likelihoods[-1] - likelihoods[-2] <= tolerance * patterns.pair_count * 0.01:
            converged = True
            break
    return Fit(current, tuple(likelihoods), converged)


def _maximize(weights, columns, level_counts, anchor, anchor_pairs) -> Parameters:
    shares = weights.sum(axis=1) + anchor_pairs * anchor.shares
    tables = []
    for column, size, prior in zip(columns, level_counts, anchor.levels, strict=True):
        seen = np.stack([np.bincount(column, weights=w, minlength=size + 1)[:size] for w in weights])
        seen = seen + anchor_pairs * prior
        tables.append(seen / seen.sum(axis=1, keepdims=True))
    return Parameters(shares / shares.sum(), tuple(tables))


def _log_prior(parameters: Parameters, anchor: Parameters, anchor_pairs: float) -> float:
    pairs = [(parameters.shares, anchor.shares), *zip(parameters.levels, anchor.levels, strict=True)]
    return anchor_pairs * float(sum((prior * np.log(np.maximum(found, FLOOR))).sum() for found, prior in pairs))


def soften(parameters: Parameters, share: float) -> Parameters:
    """Mixes every distribution with an even one, so that a start rules nothing out."""

    def mix(table: np.ndarray) -> np.ndarray:
        allowed = table > 0
        even = allowed / allowed.sum(axis=-1, keepdims=True)
        return (1 - share) * table + share * even

    return Parameters(mix(parameters.shares), tuple(mix(table) for table in parameters.levels))


def perturbed(parameters: Parameters, seed: int, spread: float = 0.5) -> Parameters:
    """A start near `parameters`: every probability multiplied by a random factor, distributions made whole again."""
    random = np.random.default_rng(seed)

    def shake(table: np.ndarray) -> np.ndarray:
        shaken = table * np.exp(random.normal(0.0, spread, table.shape))
        return shaken / shaken.sum(axis=-1, keepdims=True)

    return replace(parameters, shares=shake(parameters.shares), levels=tuple(shake(t) for t in parameters.levels))


def agreement(patterns: Patterns, first: Parameters, second: Parameters, threshold: float = 0.5) -> float:
    """The share of pairs that two parameter sets decide alike."""
    matches = [class_probabilities(patterns, parameters)[0] >= threshold for parameters in (first, second)]
    same = matches[0] == matches[1]
    return float(patterns.counts[same].sum() / max(patterns.pair_count, 1))
