"""What the command line shows: a progress bar while dbt runs, and what came out of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple
from typing import TYPE_CHECKING

import duckdb
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from customer_master import warehouse
from customer_master.dbt import Dbt
from customer_master.home import Home
from customer_master.publish import Published

if TYPE_CHECKING:
    from customer_master.blocking import Forecast
    from customer_master.evaluation.labels import Evaluation
    from customer_master.evaluation.scores import Score
    from customer_master.evaluation.self_check import SelfCheck

console = Console()
errors = Console(stderr=True)

# measure of governance.build_run_counts -> column of the summary, one row a source table
SOURCE_MEASURES = {
    "records_in": "came in",
    "records_rejected": "rejected",
    "records_standardized": "standardized",
    "records_merged": "share a customer",
}
# measure -> what it is called, for the run as a whole
RUN_MEASURES = {
    "customers": "customers",
    "customers_of_several_records": "of them made of several records",
    "customers_merged": "published customers merged into another",
    "pairs_matched": "pairs of records that match",
    "pairs_related": "pairs that are related (household, colleague)",
    "households": "households",
}


class BuildBar:
    """A progress bar driven by dbt's events."""

    def __init__(self, progress: Progress, title: str) -> None:
        self.progress = progress
        self.task = progress.add_task(title, total=None, node="")

    def starts(self, nodes: int) -> None:
        self.progress.update(self.task, total=nodes)

    def node_starts(self, name: str) -> None:
        self.progress.update(self.task, node=name)

    def node_ends(self) -> None:
        self.progress.advance(self.task)


@contextmanager
def building(dbt: Dbt, title: str, *, announced: bool = True) -> Iterator[None]:
    """Shows the bar while dbt runs; where the output is no terminal a plain line, unless that is not announced."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(bar_width=30),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("[dim]{task.fields[node]}"),
    )
    if announced and not console.is_terminal:
        console.print(f"{title} ...")
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=not announced) as progress:
        dbt.progress = BuildBar(progress, title)
        try:
            yield
        finally:
            progress.update(dbt.progress.task, node="")
            dbt.progress = None


def show_counts(connection: duckdb.DuckDBPyConnection, schema: str = "governance") -> None:
    """What came in per source table and what became of it, of the latest counted run; `schema`: of the marts."""
    rows = connection.execute(
        f"""
        select source_system, source_object, measure, amount
        from {schema}.build_run_counts
        where run_no = (select max(run_no) from {schema}.build_run_counts)
        order by source_system, source_object
        """
    ).fetchall()
    counts = {(system, source, measure): value for system, source, measure, value in rows}
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("source table")
    for label in SOURCE_MEASURES.values():
        table.add_column(label, justify="right")
    for system, source in sorted({key[:2] for key in counts if key[0] != "all"}):
        values = (counts.get((system, source, measure), 0) for measure in SOURCE_MEASURES)
        table.add_row(f"{system}.{source}", *(f"{value:,}" for value in values))
    console.print(table)
    console.print()
    for measure, label in RUN_MEASURES.items():
        console.print(f"{counts.get(('all', 'all', measure), 0):>9,}  {label}")
    [(in_review,)] = connection.execute(f"select count(*) from {schema}.review_queue").fetchall()
    console.print(f"{in_review:>9,}  in review")


def show_work(home: Home) -> None:
    with warehouse.open_work(home) as connection:
        show_counts(connection, warehouse.unpublished("governance"))


def show_score(label: str, score: Score) -> None:
    console.print(
        f"  {score.f1:.3f}  clustered F1 {label} (precision {score.precision:.3f}, recall {score.recall:.3f})"
    )


def show_evaluation(found: Evaluation) -> None:
    """Scores, threshold curve, calibration and misleading evidence, a table each."""
    if found.unknown:
        console.print(
            f"{len(found.unknown):,} labelled records are not in this build, {found.unknown[0]} for one.",
            style="yellow", markup=False, soft_wrap=True,
        )  # fmt: skip
    console.print(f"{found.labelled:,} labelled records, {found.customers.true_pairs:,} true pairs among them\n")
    scores = [("customers", found.customers), ("pairs that match", found.matches)]
    show_table(
        ("", "precision", "recall", "F1"),
        [(name, *(f"{x:.4f}" for x in (s.precision, s.recall, s.f1))) for name, s in scores]
        + [("pairs with a score", "", f"{found.compared.recall:.4f}", "")],
    )
    show_table(
        ("pairs from", "precision", "recall", "F1"),
        [(f"{at:.2f}", *(f"{x:.4f}" for x in (s.precision, s.recall, s.f1))) for at, s in found.curve],
    )
    show_table(
        ("probability from", "pairs", "mean probability", "true"),
        [(f"{low:.1f}", f"{n:,}", f"{said:.3f}", f"{was:.3f}") for low, n, said, was in found.calibration],
    )
    show_table(
        ("wrong", "compared as", "evidence that weighed most", "seen", "pairs"),
        [(m.error, m.match_model, m.comparison, m.label, f"{m.pair_count:,}") for m in found.misled],
    )


def show_self_check(found: SelfCheck) -> None:
    """What the build expects of itself, records that match nothing, and how firm the parameters are."""
    scores = [("customers", found.customers), ("pairs that match", found.matches)]
    show_table(
        ("expected, without labels", "precision", "recall", "F1"),
        [(name, *(f"{x:.4f}" for x in (s.precision, s.recall, s.f1))) for name, s in scores]
        + [("pairs with a score", "", f"{found.compared:.4f}", "")],
    )
    stable = {row.match_model: f"{row.mean:.4f} (at least {row.least:.4f})" for row in found.stability}
    show_table(
        ("compared as", "records", "match not even themselves", "pairs decided alike by resampled parameters"),
        [
            (
                row.match_model,
                f"{row.record_count:,}",
                f"{row.unlinkable_count:,}",
                stable.get(row.match_model, "too few"),
            )
            for row in found.unlinkable
        ],
    )


def show_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column, justify="right" if column in ("pairs", "F1", "precision", "recall") else "left")
    for row in rows:
        table.add_row(*row)
    console.print(table)
    console.print()


def show_blocking(home: Home) -> None:
    """Every rule of the published build, or else of the last one, with what it was worth."""
    is_published = warehouse.has_published(home)
    schema = "governance" if is_published else warehouse.unpublished("governance")
    with (warehouse.open_published if is_published else warehouse.open_work)(home) as connection:
        rows = connection.execute(
            f"""
            select
                blocking_rule,
                new_pairs,
                sum(new_pairs) over (order by rule_no),
                pairs_of_no_other_rule,
                matches,
                matches_of_no_other_rule,
                skipped_keys,
                skipped_records,
                largest_skipped_key_records,
                largest_skipped_key
            from {schema}.blocking_report
            order by rule_no
            """
        ).fetchall()
    show_numbers(
        ("rule", "new pairs", "so far", "of no other rule", "matches", "matches of no other rule", "skipped keys",
         "their records", "largest", ""),
        rows,
    )  # fmt: skip


def show_forecast(found: Forecast) -> None:
    """What each rule will add, and what comparing all of it will take."""
    show_numbers(
        ("rule", "keys", "new pairs", "of no other rule", "so far", "oversized keys", "largest key", ""),
        [astuple(rule)[1:] for rule in found.rules],
    )
    console.print(
        f"About {found.pairs:,} pairs to compare, about {found.seconds:.0f} seconds of it on this machine. A rule that "
        "adds many pairs is tamed by `limit` or `split` in var blocking_rules."
    )


def show_numbers(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """A table whose numbers stand under each other."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for number, column in enumerate(columns):
        table.add_column(column, justify="left" if number in (0, len(columns) - 1) else "right")
    for row in rows:
        table.add_row(*("" if x is None else f"{x:,}" if isinstance(x, int) else str(x) for x in row))
    console.print(table)


def show_published(published: Published) -> None:
    console.print(f"\n[bold green]Published version {published.version}[/] in {published.place}")
    core = [f"{name} ({rows:,})" for name, rows in published.tables.items() if name.startswith("core.")]
    console.print("  " + ", ".join(core))


def show_status(home: Home) -> None:
    """The published version and the last runs; reads only what is published."""
    if not warehouse.has_published(home):
        console.print(f"Nothing is published in {warehouse.place(home)}. `customer-master demo` shows how it works.")
        return
    with warehouse.open_published(home) as connection:
        runs = connection.execute(
            """
            select run_no, published_version, status, started_at, records_in, customers, merged, parameter_version
            from governance.build_runs
            order by run_no desc
            limit 10
            """
        ).fetchall()
        table = Table(box=None, pad_edge=False, header_style="bold")
        for column in ("run", "version", "status", "started (UTC)", "records", "customers", "merged", "parameters"):
            table.add_column(column)
        for run in runs:
            table.add_row(*("" if value is None else f"{value}" for value in run))
        console.print(f"{home.published if warehouse.is_files() else warehouse.place(home)}\n")
        console.print(table)
        console.print()
        show_counts(connection)
