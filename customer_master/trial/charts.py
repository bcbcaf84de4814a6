"""Geometry of the report's charts: from weights and counts to positions in percent of a chart's width.

Positions across are percents, so that a chart fills any width while its text keeps its size; heights are pixels.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from customer_master.trial.report import LevelWeight, ReportData, ScoreBin, Waterfall

MOST_BINS = 48
CLASSES = ("match", "related", "other")
# A weight beyond this many bits (a million million to one) is drawn at the edge of the evidence charts.
FARTHEST = 16.0


@dataclass(frozen=True)
class Axis:
    """Bits from low to high, drawn from 0 to 100 percent."""

    low: float
    high: float

    def at(self, value: float) -> float:
        """The position of a value, held inside the chart."""
        share = (value - self.low) / (self.high - self.low)
        return round(100 * min(max(share, 0.0), 1.0), 2)

    def span(self, one: float, another: float) -> tuple[float, float]:
        """(position, width) of a bar between two values; never so thin that it cannot be seen."""
        left, right = sorted((self.at(one), self.at(another)))
        return left, max(round(right - left, 2), 0.3)

    def ticks(self) -> list[int]:
        """Round values inside the axis, four to eight of them."""
        step = next(
            (s for s in (1, 2, 5, 10, 20, 50, 100, 200) if (self.high - self.low) / s <= 7),
            math.ceil((self.high - self.low) / 6),
        )
        return list(range(math.ceil(self.low / step) * step, math.floor(self.high) + 1, step))


def bits_of(probability: float) -> float:
    """The match weight of a probability: 0.5 -> 0.0; 0 and 1 are -100 and 100."""
    if probability <= 0 or probability >= 1:
        return 100.0 if probability >= 1 else -100.0
    return math.log2(probability / (1 - probability))


def odds(weight: int) -> str:
    """What bits are as odds: 0 -> 'even', 10 -> '1,000 : 1', -5 -> '1 : 32'."""
    times = 2.0 ** min(abs(weight), 300)
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if times >= size:
            said = f"{times / size:,.0f} {name}" if times < 1e15 else f"over 1,000 {name}"
            break
    else:
        said = f"{times:,.0f}" if times < 1000 else f"{round(times, -3):,.0f}"
    if weight == 0:
        return "even"
    return f"{said} : 1" if weight > 0 else f"1 : {said}"


@dataclass(frozen=True)
class Step:
    """A bar of a waterfall: from where the last one ended to where this piece of evidence leads."""

    name: str
    label: str
    weight: float
    start: float
    end: float


@dataclass(frozen=True)
class WaterfallChart:
    """Steps in order and the axis that holds them; missing: comparisons that had nothing to compare."""

    steps: list[Step]
    missing: list[str]
    total: float
    axis: Axis


def waterfall(pair: Waterfall, thresholds: tuple[float, float]) -> WaterfallChart:
    """The terms of a pair, one on top of the other."""
    steps, missing, reached = [], [], 0.0
    for term in pair.terms:
        if term.label == "missing" and term.weight == 0:
            missing.append(term.name)
            continue
        steps.append(Step(term.name, term.label, term.weight, reached, reached + term.weight))
        reached += term.weight
    ends = [0.0, pair.match_weight, *(step.end for step in steps)]
    limits = [bits_of(threshold) for threshold in thresholds]
    ends += [limit for limit in limits if abs(limit) < 20]
    room = max((max(ends) - min(ends)) * 0.06, 0.5)
    return WaterfallChart(steps, missing, pair.match_weight, Axis(min(ends) - room, max(ends) + room))


@dataclass(frozen=True)
class Column:
    """A column of the histogram: (class, bottom, height) in percent of the plot's height, from the axis up."""

    weight_from: float
    weight_to: float
    counts: tuple[int, int, int]
    parts: list[tuple[str, float, float]]
    is_cut: bool

    @property
    def count(self) -> int:
        return sum(self.counts)


@dataclass(frozen=True)
class Histogram:
    """Columns, their axis, the count at the top of the plot and round counts for the lines across it."""

    columns: list[Column]
    axis: Axis
    top: float
    lines: list[int]
    totals: dict[str, int]


def histogram(bins: Sequence[ScoreBin], thresholds: tuple[float, float]) -> Histogram | None:
    """The score distribution; None when no pair was compared."""
    bins = [bin_ for bin_ in bins if bin_.match_count + bin_.related_count + bin_.other_count]
    if not bins:
        return None
    limits = [limit for limit in map(bits_of, thresholds) if abs(limit) < 100]
    low = min([bin_.weight_from for bin_ in bins] + [limit - 2 for limit in limits])
    high = max([bin_.weight_to for bin_ in bins] + [limit + 2 for limit in limits])
    width = next((w for w in (1, 2, 5, 10, 20) if (high - low) / w <= MOST_BINS), math.ceil((high - low) / MOST_BINS))
    merged: dict[int, list[int]] = {}
    for bin_ in bins:
        counts = merged.setdefault(math.floor(bin_.weight_from / width), [0, 0, 0])
        for i, count in enumerate((bin_.match_count, bin_.related_count, bin_.other_count)):
            counts[i] += count
    top = _top([sum(counts) for counts in merged.values()])
    columns = []
    for slot, counts in sorted(merged.items()):
        total, bottom, parts = sum(counts), 0.0, []
        for name, count in zip(CLASSES, counts, strict=True):
            # A column higher than the plot is cut, its classes kept in proportion; its count is written on it.
            height = 100 * count / max(total, top)
            if count:
                parts.append((name, round(bottom, 2), round(max(height, 0.6), 2)))
            bottom += height
        columns.append(Column(slot * width, (slot + 1) * width, (counts[0], counts[1], counts[2]), parts, total > top))
    axis = Axis(math.floor(low / width) * width, math.ceil(high / width) * width)
    totals = {name: sum(counts[i] for counts in merged.values()) for i, name in enumerate(CLASSES)}
    return Histogram(columns, axis, top, _round_counts(top), totals)


def _top(totals: list[int]) -> float:
    """The count the plot ends at: the highest column, unless a few columns would flatten all others."""
    highest = sorted(totals, reverse=True)
    usual = highest[min(len(highest) - 1, max(3, len(highest) // 6))]
    return float(highest[0] if highest[0] <= 4 * usual else math.ceil(1.6 * usual))


def _round_counts(top: float) -> list[int]:
    """One to five round counts up to the top."""
    magnitude = 10 ** math.floor(math.log10(max(top, 1)))
    steps = [magnitude // 5, magnitude // 2, magnitude, 2 * magnitude]
    step = next(step for step in steps if step and top / step <= 5)
    return [step * i for i in range(1, math.floor(top / step) + 1)]


@dataclass(frozen=True)
class Level:
    """A comparison level and what it adds against either rival, in bits."""

    label: str
    pair_count: int
    against_other: float
    against_related: float


@dataclass(frozen=True)
class Comparison:
    """A comparison's levels that some pair showed, best first; unseen: how many no pair did."""

    match_model: str
    name: str
    levels: list[Level]
    unseen: int

    @property
    def pair_count(self) -> int:
        return sum(level.pair_count for level in self.levels)


def evidence(weights: Iterable[LevelWeight]) -> tuple[list[Comparison], Axis]:
    """The comparisons in the order given, on one axis, so that their bars can be held against each other."""
    comparisons = []
    for (model, name), group in groupby(weights, key=lambda row: (row.match_model, row.comparison)):
        rows = list(group)
        levels = [
            Level(row.label, row.pair_count, _weight(row.p_match, row.p_other), _weight(row.p_match, row.p_related))
            for row in sorted(rows, key=lambda row: -row.level)
            if row.pair_count
        ]
        comparisons.append(Comparison(model, name, levels, len(rows) - len(levels)))
    found = [w for c in comparisons for level in c.levels for w in (level.against_other, level.against_related)]
    reach = min(max(map(abs, found), default=1.0), FARTHEST)
    return comparisons, Axis(-reach, reach)


def _weight(p_match: float, p_rival: float) -> float:
    return math.log2(max(p_match, 1e-300) / max(p_rival, 1e-300))


def rows_by_fate(data: ReportData) -> list[tuple[str, int, str]]:
    """(class, rows, what they are) for the bar under the headline; the rows sum to row_count."""
    alone = data.customer_count - data.customers_of_several - data.unusable_count
    fates = [
        ("several", data.customers_of_several, "the first of a customer with several rows"),
        ("repeat", data.duplicate_rows, "repeats of them"),
        ("alone", max(alone, 0), "a customer of their own"),
        ("unusable", data.unusable_count, "nothing to compare"),
    ]
    return [fate for fate in fates if fate[1]]
