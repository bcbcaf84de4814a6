"""The report of a trial: one HTML file that needs nothing else, from plain numbers.

`running.py` fills a ReportData, `write_report` writes it. Geometry is in charts.py, words in wording.py, the page in
report.html.j2 (with report_charts.html.j2 and report.css); nothing here reads a database.
"""

from __future__ import annotations

import math
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import jinja2

from customer_master import __version__
from customer_master.explain import Term
from customer_master.publish import replace_file
from customer_master.trial import charts, wording


@dataclass(frozen=True)
class MappedColumn:
    """A column of the files: the canonical attribute it became (None: not used) and how that was found out."""

    column: str
    attribute: str | None
    how: str


@dataclass(frozen=True)
class AttributeQuality:
    """How good one attribute is. Shares are 0..1: filled of all rows, valid of the filled ones (None: not judged)."""

    attribute: str
    columns: Sequence[str]
    filled_share: float
    valid_share: float | None
    distinct_count: int
    issues: Sequence[tuple[str, int]] = ()


@dataclass(frozen=True)
class ExampleRecord:
    """A row of an example customer, with its values as the file spells them."""

    row_number: int
    source: str | None
    values: Mapping[str, str | None]


@dataclass(frozen=True)
class Example:
    """A customer, its golden values and the rows it is made of."""

    customer_id: int | str
    golden: Mapping[str, str | None]
    records: Sequence[ExampleRecord]


@dataclass(frozen=True)
class Waterfall:
    """Why two rows are one customer, or are not: terms in bits, as `explain` shows them; they sum to match_weight.

    kind: 'typical' or 'doubtful'. decision: match, review, related, non_match or cut. probability: before guards.
    """

    kind: str
    row_number_l: int
    row_number_r: int
    values_l: Mapping[str, str | None]
    values_r: Mapping[str, str | None]
    decision: str
    probability: float
    terms: Sequence[Term]

    @property
    def match_weight(self) -> float:
        return math.fsum(term.weight for term in self.terms)


@dataclass(frozen=True)
class ScoreBin:
    """Compared pairs whose match weight is in [weight_from, weight_to) bits, by their likeliest class."""

    weight_from: float
    weight_to: float
    match_count: int
    related_count: int
    other_count: int


@dataclass(frozen=True)
class LevelWeight:
    """A comparison level: the share of each class that shows it, and how many compared pairs do."""

    match_model: str
    comparison: str
    level: int
    label: str
    p_match: float
    p_related: float
    p_other: float
    pair_count: int


@dataclass(frozen=True)
class BlockingYield:
    """What a blocking rule brought: its pairs, those that match, those that match and no other rule made.

    skipped_keys: keys that too many rows hold; largest_skipped: rows of the largest of them, and that key.
    """

    blocking_rule: str
    pairs: int
    matches: int
    matches_of_no_other_rule: int
    skipped_keys: int
    largest_skipped: tuple[int, str | None] = (0, None)


@dataclass(frozen=True)
class Household:
    """Customers in one dwelling: people are (customer_id, name)."""

    household_no: int
    address: str | None
    people: Sequence[tuple[int | str, str | None]]


@dataclass(frozen=True, kw_only=True)
class ReportData:
    """All that the page shows. Rows are counted from 0 over the files in order, as in crosswalk.parquet.

    customer_count counts every customer, one of an unusable row too: row_count = customer_count + duplicate_rows.
    thresholds: (match, review), probabilities. seconds: phase -> seconds, in the order they ran.
    """

    title: str
    files: Sequence[tuple[str, int]]
    row_count: int
    record_count_used: int
    unusable_count: int
    customer_count: int
    customers_of_several: int
    duplicate_rows: int
    seconds: Mapping[str, float]
    memory_bytes: int
    parameter_source: str
    thresholds: tuple[float, float]
    warnings: Sequence[str] = ()
    mapping: Sequence[MappedColumn] = ()
    quality: Sequence[AttributeQuality] = ()
    examples: Sequence[Example] = ()
    waterfalls: Sequence[Waterfall] = ()
    score_histogram: Sequence[ScoreBin] = ()
    level_weights: Sequence[LevelWeight] = ()
    blocking: Sequence[BlockingYield] = ()
    households: Sequence[Household] = ()
    household_count: int = 0
    version: str = field(default=__version__)


def render(data: ReportData) -> str:
    """The page as text; every value of the files is escaped, shortened and isolated from the text around it."""
    return environment().get_template("report.html.j2").render(data=data)


def write_report(data: ReportData, path: Path) -> None:
    """Writes the page to `path` in one step; raises OSError when that cannot be done."""
    write_page(render(data), path)


def write_page(text: str, path: Path) -> None:
    """Writes a page in one step: the old file, if any, stays until the new one is complete.

    Raises OSError when the folder cannot be written or the disk is full; no part of the page is left then.
    """
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        temporary.write_text(text, encoding="utf-8")
        replace_file(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def environment(*folders: Path) -> jinja2.Environment:
    """Templates of these folders and of this one; autoescape is on for all, and an unknown name is an error."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader([*folders, Path(__file__).parent]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= wording.FILTERS
    made.globals |= {"charts": charts, "wording": wording}
    return made
