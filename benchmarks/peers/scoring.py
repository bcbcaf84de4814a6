"""Precision, recall and F1 of scored pairs, as pairs and as clusters, at every threshold in one pass."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np

from customer_master.evaluation.scores import Score


@dataclass(frozen=True)
class Scores:
    """Pairs and clusters (connected components) at the default threshold, and the best clusters of any threshold."""

    pairs: Score
    clusters: Score
    best_clusters: Score
    best_threshold: float
    blocking_recall: float


def score(entities: np.ndarray, left: np.ndarray, right: np.ndarray, probability: np.ndarray, default: float) -> Scores:
    """entities: the true customer of each row (n codes); left, right: row numbers of each pair; probability in [0, 1].

    Clusters grow pair by pair from the likeliest down (union-find), so each threshold costs nothing extra.
    """
    true = int(sum(n * (n - 1) // 2 for n in np.bincount(entities)))
    order = np.argsort(-probability, kind="stable")
    left, right, probability = left[order], right[order], probability[order]
    agrees = np.cumsum(entities[left] == entities[right])
    count = int(np.searchsorted(-probability, -default, side="right"))
    pairs = Score(true, count, int(agrees[count - 1]) if count else 0)

    clusters = Clusters(entities)
    at_default, best, best_threshold = Score(true, 0, 0), Score(true, 0, 0), 1.0
    for position, (a, b, p) in enumerate(zip(left.tolist(), right.tolist(), probability.tolist(), strict=True)):
        clusters.join(a, b)
        if position + 1 == count:
            at_default = Score(true, clusters.found, clusters.right)
        last_of_its_kind = position + 1 == len(probability) or probability[position + 1] < p
        if last_of_its_kind and 2 * clusters.right / (clusters.found + true or 1) > best.f1:
            best, best_threshold = Score(true, clusters.found, clusters.right), p
    return Scores(pairs, at_default, best, best_threshold, int(agrees[-1]) / true if len(agrees) and true else 0.0)


def score_clusters(entities: np.ndarray, cluster: np.ndarray) -> Score:
    """cluster: the found customer of each row (n codes)."""

    def pairs(codes: np.ndarray) -> int:
        sizes = np.unique(codes, return_counts=True)[1].astype(np.int64)
        return int((sizes * (sizes - 1) // 2).sum())

    both = entities.astype(np.int64) * (int(cluster.max()) + 1) + cluster
    return Score(pairs(entities), pairs(cluster), pairs(both))


class Clusters:
    """Rows joined into clusters, with the pairs inside them and how many of those are true."""

    def __init__(self, entities: np.ndarray) -> None:
        self.parents = list(range(len(entities)))
        self.members = [None] * len(entities)
        self.entities = entities.tolist()
        self.sizes = [1] * len(entities)
        self.found = self.right = 0

    def root(self, row: int) -> int:
        parents = self.parents
        while parents[row] != row:
            parents[row] = parents[parents[row]]
            row = parents[row]
        return row

    def join(self, a: int, b: int) -> None:
        a, b = self.root(a), self.root(b)
        if a == b:
            return
        if self.sizes[a] < self.sizes[b]:
            a, b = b, a
        large = self.members[a] or Counter({self.entities[a]: 1})
        small = self.members[b] or Counter({self.entities[b]: 1})
        self.found += self.sizes[a] * self.sizes[b]
        self.right += sum(count * large.get(entity, 0) for entity, count in small.items())
        for entity, count in small.items():
            large[entity] = large.get(entity, 0) + count
        self.members[a], self.members[b] = large, None
        self.parents[b] = a
        self.sizes[a] += self.sizes[b]
