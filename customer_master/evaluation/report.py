"""The report of an evaluation: one HTML file that needs nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from customer_master import __version__
from customer_master.evaluation.labels import Evaluation
from customer_master.evaluation.self_check import SelfCheck
from customer_master.trial.report import environment, write_page

# The plot of a chart, in the units of its SVG.
WIDTH, HEIGHT = 560.0, 300.0


@dataclass(frozen=True)
class Line:
    """A line of a chart: its class in report.css, its name and its points (x and y from 0 to 1)."""

    style: str
    name: str
    points: Sequence[tuple[float, float]]

    @property
    def path(self) -> str:
        """The points as the SVG path that joins them."""
        return "M" + " L".join(f"{x * WIDTH:.1f} {(1 - y) * HEIGHT:.1f}" for x, y in self.points)


@dataclass(frozen=True)
class EvaluationPage:
    """What the page shows: the build's own check and, where there are labels, what they say."""

    title: str
    check: SelfCheck
    found: Evaluation | None = None
    made_at: str = field(default_factory=lambda: datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"))
    version: str = __version__

    @property
    def headline(self) -> str:
        if self.found:
            return f"F1 {self.found.customers.f1:.3f} by {self.found.labelled:,} labelled records"
        return f"Expected F1 {self.check.customers.f1:.3f}, without labels"

    @property
    def thresholds(self) -> list[Line]:
        """Precision, recall and F1 of the pairs from each threshold on."""
        curve = self.found.curve if self.found else ()
        return [
            Line(style, name, [(at, getattr(score, name)) for at, score in curve])
            for style, name in (("match", "precision"), ("related", "recall"), ("other", "f1"))
        ]

    @property
    def calibration(self) -> list[Line]:
        """What the probabilities said and what was true, beside what they would say at best."""
        bins = self.found.calibration if self.found else ()
        return [
            Line("other", "as it should be", [(0.0, 0.0), (1.0, 1.0)]),
            Line("match", "true of the pairs", [(said, was) for _, _, said, was in bins]),
        ]


def render(page: EvaluationPage) -> str:
    """The page as text."""
    made = environment(Path(__file__).parent)
    return made.get_template("report.html.j2").render(page=page, width=WIDTH, height=HEIGHT)


def write_report(page: EvaluationPage, path: Path) -> None:
    """Writes the page in one step; raises OSError when that cannot be done."""
    write_page(render(page), path)
