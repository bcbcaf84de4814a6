"""Plain Python for what 3_identity does in SQL: union-find, Kruskal under constraints, ids over time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

Edge = tuple[int, int]


class UnionFind:
    """The textbook structure; the smallest member names a set."""

    def __init__(self) -> None:
        self.parent: dict[int, int] = {}

    def find(self, node: int) -> int:
        self.parent.setdefault(node, node)
        while self.parent[node] != node:
            self.parent[node] = self.parent[self.parent[node]]
            node = self.parent[node]
        return node

    def join(self, left: int, right: int) -> None:
        low, high = sorted((self.find(left), self.find(right)))
        self.parent[high] = low

    def labels(self) -> dict[int, int]:
        return {node: self.find(node) for node in list(self.parent)}


def components(edges: Iterable[Edge]) -> dict[int, int]:
    """Node -> smallest node of its component."""
    sets = UnionFind()
    for left, right in edges:
        sets.join(left, right)
    return sets.labels()


def birth_dates_conflict(left: str, right: str) -> bool:
    """The documented rule, said another way than in SQL."""
    one, other = left.split("-"), right.split("-")
    swapped = other[0] == one[0] and other[1] == one[2] and other[2] == one[1]
    return sum(a == b for a, b in zip(one, other, strict=True)) < 2 and not swapped


def kruskal(edges: list[Edge], values: dict[int, set[tuple[str, str]]]) -> tuple[list[Edge], dict[int, int]]:
    """Edges strongest first; keeps one unless it closes a circle or joins conflicting values. (kept, node -> label)."""
    sets, held = UnionFind(), {node: set(mine) for node, mine in values.items()}
    kept = []
    for left, right in edges:
        low, high = sorted((sets.find(left), sets.find(right)))
        if low == high or _conflict(held.get(low, set()), held.get(high, set())):
            continue
        sets.join(low, high)
        held[low] = held.get(low, set()) | held.get(high, set())
        kept.append((left, right))
    return kept, sets.labels()


def _conflict(left: set[tuple[str, str]], right: set[tuple[str, str]]) -> bool:
    return any(
        birth_dates_conflict(value, other) if guard == "birth_date" else value != other
        for guard, value in left
        for guard_r, other in right
        if guard == guard_r
    )


def confidence(members: set[int], edges: list[tuple[int, int, float]]) -> float:
    """The highest threshold at which the members still hang together by edges that reach it."""
    if len(members) == 1:
        return 1.0
    for threshold in sorted({probability for *_, probability in edges}, reverse=True):
        labels = components([(left, right) for left, right, p in edges if p >= threshold] + [(m, m) for m in members])
        if len(set(labels.values())) == 1:
            return threshold
    raise AssertionError("the members do not hang together")


def bridges(edges: list[Edge], links: list[Edge]) -> set[Edge]:
    """The links (of a spanning forest) that alone join two parts of several nodes and share no neighbour."""
    neighbours: dict[int, set[int]] = defaultdict(set)
    for left, right in edges:
        neighbours[left].add(right)
        neighbours[right].add(left)
    lone = {
        (left, right)
        for left, right in links
        if min(len(neighbours[left]), len(neighbours[right])) > 1 and not neighbours[left] & neighbours[right]
    }
    part = components(edge for edge in edges if edge not in lone)
    between = Counter(frozenset((part[a], part[b])) for a, b in lone if a in part and b in part and part[a] != part[b])
    return {(a, b) for a, b in lone if a in part and b in part and between[frozenset((part[a], part[b]))] == 1}


@dataclass
class Identity:
    """What is published: which record is which customer, and what became of every id."""

    crosswalk: dict[str, int] = field(default_factory=dict)
    status: dict[int, str] = field(default_factory=dict)
    target: dict[int, int] = field(default_factory=dict)
    events: list[tuple[str, int, int | None]] = field(default_factory=list)

    def resolve(self, customer: int) -> int:
        while self.status[customer] == "merged":
            customer = self.target[customer]
        return customer

    def publish(self, clusters: list[list[str]], age: dict[str, tuple], reused: Iterable[str] = ()) -> None:
        """The next state, given this build's clusters (all present records), a sort key for age and the reused keys."""
        for record in reused:
            self.crosswalk.pop(record, None)
        present = {record: number for number, records in enumerate(clusters) for record in records}
        votes: dict[int, Counter[int]] = defaultdict(Counter)
        oldest: dict[tuple[int, int], tuple] = {}
        for record, number in present.items():
            if customer := self.crosswalk.get(record):
                votes[customer][number] += 1
                oldest[customer, number] = min(oldest.get((customer, number), age[record]), age[record])
        followed = {
            customer: min(places, key=lambda number, c=customer, p=places: (-p[number], oldest[c, number]))
            for customer, places in votes.items()
        }
        owner: dict[int, int] = {}
        for customer in sorted(followed):
            owner.setdefault(followed[customer], customer)
        before, old_crosswalk = dict(self.status), dict(self.crosswalk)
        unowned = [number for number in range(len(clusters)) if number not in owner]
        following = max(self.status, default=0) + 1
        for customer, number in enumerate(
            sorted(unowned, key=lambda n: min(age[record] for record in clusters[n])), start=following
        ):
            owner[number] = customer
            self.status[customer] = "active"
            origins = Counter(c for r in clusters[number] if (c := old_crosswalk.get(r)))
            origin = min(origins, key=lambda c, o=origins: (-o[c], c)) if origins else None
            self.events.append(("split" if origin else "created", customer, origin))
        for customer, status in before.items():
            if status == "merged":
                continue
            if customer not in followed:
                now = "retired"
            elif owner[followed[customer]] == customer:
                now = "active"
            else:
                now, self.target[customer] = "merged", owner[followed[customer]]
            self.status[customer] = now
            if now != status:
                event = "reactivated" if now == "active" else now
                self.events.append((event, customer, self.target[customer] if now == "merged" else None))
        for record, number in present.items():
            was = old_crosswalk.get(record)
            if was and owner[number] < following and self.resolve(was) != owner[number]:
                self.events.append(("record_moved", owner[number], was))
        self.crosswalk = {record: self.resolve(customer) for record, customer in old_crosswalk.items()}
        self.crosswalk.update({record: owner[number] for record, number in present.items()})
