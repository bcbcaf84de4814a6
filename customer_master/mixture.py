"""The three-class latent mixture behind matching, fitted to counted patterns of comparison levels without labels.

A pair of records is a match, related (household, colleagues) or other (namesakes, what blocking threw together).
Within a class the comparisons are independent; a missing level says nothing. Everything here is deterministic.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

CLASSES = ("match", "related", "other")
FLOOR = 1e-12


@dataclass(frozen=True)
class Patterns:
    """Distinct patterns of levels (-1: missing), how many compared pairs show each, and about how many of the pairs
    that no blocking rule made, as a random sample of them says.

    With those the classes are classes of all pairs of records, and what a pair was blocked by does not matter: "other"
    is what records of different customers look like, not what blocking made of them.
    """

    comparisons: tuple[str, ...]
    level_counts: tuple[int, ...]
    levels: np.ndarray  # patterns x comparisons
    counts: np.ndarray
    unblocked: np.ndarray | float = 0.0

    @property
    def pair_count(self) -> int:
        return int(self.counts.sum())

    @property
    def weights(self) -> np.ndarray:
        return self.counts + self.unblocked

    def only(self, rows: np.ndarray) -> Patterns:
        """Some of the patterns."""
        unblocked = np.broadcast_to(self.unblocked, self.counts.shape)
        return Patterns(self.comparisons, self.level_counts, self.levels[rows], self.counts[rows], unblocked[rows])


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
    steps: int = 300,
    tolerance: float = 1e-9,
) -> Fit:
    """Expectation maximization from `start`; `anchor` stands for `anchor_pairs` pairs a class.

    A step is two iterations and a leap along their path (SQUAREM), taken where it is no worse: the slow end of a climb
    is where decisions near the threshold are made.
    """
    climb = _Climb(patterns, anchor or start, anchor_pairs)
    current, likelihood = start, -np.inf
    likelihoods: list[float] = []
    for _ in range(steps):
        first, _ = climb.iterate(current)
        second, _ = climb.iterate(first)
        leap, reached = climb.iterate(_leap(current, first, second))
        after, plain = climb.iterate(second)
        current, reached = (leap, reached) if reached >= plain else (after, plain)
        likelihoods.append(reached)
        if reached - likelihood <= tolerance * patterns.pair_count:
            return Fit(current, tuple(likelihoods), True)
        likelihood = reached
    return Fit(current, tuple(likelihoods), False)


class _Climb:
    """One iteration of expectation maximization, with what does not change between iterations."""

    def __init__(self, patterns: Patterns, anchor: Parameters, anchor_pairs: float) -> None:
        self.patterns = patterns
        self.priors = [table * anchor_pairs for table in anchor.levels]
        self.share_prior = anchor.shares * anchor_pairs
        sized = zip(patterns.levels.T, patterns.level_counts, strict=True)
        self.columns = [np.where(column < 0, size, column) for column, size in sized]

    def iterate(self, parameters: Parameters) -> tuple[Parameters, float]:
        """Better parameters, and the likelihood of those given."""
        joint = log_joint(self.patterns, parameters)
        top = joint.max(axis=0)
        weights = np.exp(joint - top)
        total = weights.sum(axis=0)
        likelihood = float((self.patterns.counts * (top + np.log(total))).sum())
        # A pair drawn by chance is neither a match nor related.
        likelihood += float((self.patterns.unblocked * joint[2]).sum())
        likelihood += self._log_prior(parameters)
        weights *= self.patterns.counts / total
        weights[2] += self.patterns.unblocked
        return self._maximize(weights), likelihood

    def _maximize(self, weights: np.ndarray) -> Parameters:
        shares = weights.sum(axis=1) + self.share_prior
        tables = []
        for column, size, prior in zip(self.columns, self.patterns.level_counts, self.priors, strict=True):
            seen = np.stack([np.bincount(column, weights=w, minlength=size + 1)[:size] for w in weights]) + prior
            tables.append(seen / seen.sum(axis=1, keepdims=True))
        return Parameters(shares / shares.sum(), tuple(tables))

    def _log_prior(self, parameters: Parameters) -> float:
        pairs = [(parameters.shares, self.share_prior), *zip(parameters.levels, self.priors, strict=True)]
        return float(sum((prior * np.log(np.maximum(found, FLOOR))).sum() for found, prior in pairs))


def _leap(start: Parameters, first: Parameters, second: Parameters) -> Parameters:
    """Where two iterations point to, in logarithms, distributions made whole again."""
    paths = [
        tuple(np.log(np.maximum(point, FLOOR)) for point in points)
        for points in zip(*((p.shares, *p.levels) for p in (start, first, second)), strict=True)
    ]
    moves = [(a, b - a, (c - b) - (b - a)) for a, b, c in paths]
    speed = np.sqrt(sum((move**2).sum() for _, move, _ in moves))
    bend = np.sqrt(sum((change**2).sum() for _, _, change in moves))
    length = max(1.0, speed / bend) if bend > 0 else 1.0
    shares, *levels = (_whole(a + 2 * length * move + length**2 * change) for a, move, change in moves)
    return Parameters(shares, tuple(levels))


def _whole(logarithms: np.ndarray) -> np.ndarray:
    """The distributions along the last axis that have these logarithms, but for a factor; however large they are."""
    table = np.exp(logarithms - logarithms.max(axis=-1, keepdims=True))
    return table / table.sum(axis=-1, keepdims=True)


def start_near(
    patterns: Patterns, parameters: Parameters, *, even: float = 0.2, anchor_pairs: float = 20.0
) -> Parameters:
    """A start that knows what the classes mean: matches and related pairs as in `parameters`, an even share mixed in;
    the rest as random pairs are. A quarter of the compared pairs start as matches, a fifth as related."""
    total = float(patterns.weights.sum())
    sought = np.array([0.25, 0.2]) * patterns.pair_count / total
    unblocked = np.broadcast_to(patterns.unblocked, patterns.counts.shape)
    levels = []
    for column, size, table in zip(patterns.levels.T, patterns.level_counts, parameters.levels, strict=True):
        seen = np.bincount(column[column >= 0], unblocked[column >= 0], minlength=size) + anchor_pairs * table[2]
        levels.append(np.stack([*_mixed_evenly(table, even)[:2], seen / seen.sum()]))
    return Parameters(np.array([*sought, 1 - sought.sum()]), tuple(levels))


def _mixed_evenly(table: np.ndarray, share: float) -> np.ndarray:
    allowed = table > 0
    return (1 - share) * table + share * allowed / allowed.sum(axis=-1, keepdims=True)


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
