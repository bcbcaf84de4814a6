"""The command line: parse options, call, print, exit."""

from __future__ import annotations

import os
from enum import Enum
from pathlib import Path
from typing import Annotated, Any

import click
import typer
from typer.core import TyperGroup

from customer_master import __version__
from customer_master.errors import EXIT_CODE_MEANINGS, CustomerMasterError, ExitCode
from customer_master.home import Home

EXIT_CODES = "Exit codes: " + ", ".join(f"{code.value} {meaning}" for code, meaning in EXIT_CODE_MEANINGS.items()) + "."


class Commands(TyperGroup):
    """Turns a problem into its message and its exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        import duckdb  # noqa: PLC0415 - not needed for --help

        from customer_master.console import errors  # noqa: PLC0415
        from customer_master.dbt import known_cause  # noqa: PLC0415

        try:
            return super().invoke(ctx)
        except CustomerMasterError as problem:
            show_problem(problem)
            ctx.exit(problem.exit_code)
        except duckdb.Error as error:
            cause = known_cause(str(error))
            if cause is None:
                raise
            show_problem(CustomerMasterError(str(error), cause[1], cause[0]))
            ctx.exit(cause[0])
        except KeyboardInterrupt:
            errors.print("Stopped. What was published is as it was.", style="bold red")
            ctx.exit(ExitCode.INTERRUPTED)


def show_problem(problem: CustomerMasterError) -> None:
    """What went wrong and what to do about it, on standard error."""
    from customer_master.console import errors  # noqa: PLC0415

    errors.print(f"[bold red]{type(problem).__name__}[/]", highlight=False)
    errors.print(problem.message, markup=False, highlight=False, soft_wrap=True)
    if problem.todo:
        errors.print(problem.todo, style="bold", markup=False, highlight=False, soft_wrap=True)


app = typer.Typer(
    cls=Commands,
    help="Raw customer tables in, one conformed, explainable, stable customer dimension out.",
    epilog=EXIT_CODES,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)

Customers = Annotated[int, typer.Option(min=1, help="How many customers to make up.")]
Seed = Annotated[int, typer.Option(help="The same seed makes the same rows on every machine.")]
AcceptGate = Annotated[list[str], typer.Option(metavar="GATE", help="Publish although this gate failed; recorded.")]


class TableFormat(Enum):
    """What `try` writes."""

    PARQUET = "parquet"
    CSV = "csv"


class TargetName(Enum):
    """The targets of profiles.yml."""

    DUCKDB = "duckdb"
    POSTGRES = "postgres"
    SPARK = "spark"


def _choose(target: TargetName | None) -> None:
    """dbt and this package read the target from the environment."""
    if target:
        os.environ["DBT_TARGET"] = target.value


Target = Annotated[
    TargetName | None, typer.Option("--target", callback=_choose, is_eager=True, help="Of profiles.yml.")
]


def _version(show: bool) -> None:
    if show:
        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show it.")] = False,
) -> None:
    pass


@app.command()
def demo(customers: Customers = 2000, seed: Seed = 1, target: Target = None) -> None:
    """Make up raw tables, train without labels, build, publish, and score the result against the truth."""
    from customer_master import pipeline  # noqa: PLC0415

    home = Home.current()
    with home.locked("demo"):
        pipeline.demo(home, customers, seed)


@app.command()
def generate(
    customers: Customers,
    seed: Seed = 1,
    day: Annotated[int, typer.Option(min=0, help="So many days after the first load.")] = 0,
    target: Target = None,
) -> None:
    """Write raw.duckdb: the tables Fivetran would land from seven systems, and the truth about them."""
    from customer_master import pipeline  # noqa: PLC0415

    pipeline.generate(Home.current(), customers, seed, day)


@app.command()
def simulate(
    days: Annotated[int, typer.Option(min=0, help="How many days after the first load.")] = 30,
    customers: Customers = 2000,
    seed: Seed = 1,
    target: Target = None,
) -> None:
    """Build and publish day by day while made-up customers move, marry, merge and split; say what became of ids."""
    from customer_master.simulate import simulate as run  # noqa: PLC0415

    home = Home.current()
    with home.locked("simulate"):
        run(home, customers, seed, days)


@app.command()
def build(
    publish: Annotated[bool, typer.Option(help="Publish when every test has passed.")] = True,
    full_refresh: Annotated[bool, typer.Option("--full-refresh", help="Rebuild incremental tables.")] = False,
    accept_gate: AcceptGate = [],  # noqa: B006 - Typer copies it
    target: Target = None,
) -> None:
    """Raw tables to marts: check, build, test, publish."""
    from customer_master import pipeline  # noqa: PLC0415

    home = Home.current()
    with home.locked("build"):
        pipeline.build(home, publish=publish, full_refresh=full_refresh, accept_gates=accept_gate)


@app.command()
def train(
    write_seed: Annotated[
        bool, typer.Option("--write-seed", help="Write seeds/rules/match_model_parameters.csv too, for review in git.")
    ] = False,
    target: Target = None,
) -> None:
    """Learn the match parameters from your own records, without labels; the next build uses them."""
    from customer_master import pipeline  # noqa: PLC0415

    home = Home.current()
    with home.locked("train"):
        pipeline.train(home, write_seed=write_seed)


@app.command()
def explain(
    record: Annotated[str, typer.Argument(help="A record, `salesforce:account:001...`; alone also a customer id.")],
    other_record: Annotated[str | None, typer.Argument(help="Another record.")] = None,
    target: Target = None,
) -> None:
    """Why two records are one customer, or are not; of one record or customer id, what holds the customer together."""
    from customer_master import pipeline  # noqa: PLC0415

    pipeline.explain(Home.current(), record, other_record)


@app.command()
def evaluate(
    truth: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Labels: record_id, entity_id; or record_id_l, record_id_r.")
    ] = None,
    least_precision: Annotated[float, typer.Option(min=0, max=1, help="Of the customers; below it, exit code 5.")] = 0,
    least_recall: Annotated[float, typer.Option(min=0, max=1, help="Of the customers; below it, exit code 5.")] = 0,
    html: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write all of it as a page with plots, too.")
    ] = None,
    target: Target = None,
) -> None:
    """How good the last build is: by its own expectation, and by labels if you have them, with what misled it."""
    from customer_master import pipeline  # noqa: PLC0415

    pipeline.evaluate(Home.current(), truth, least_precision, least_recall, html)


@app.command()
def blocking(
    forecast: Annotated[
        bool, typer.Option("--forecast", help="What comparing will cost, before it: builds up to the blocking keys.")
    ] = False,
    target: Target = None,
) -> None:
    """Which rules brought pairs of records together, what each is worth, and what was skipped."""
    from customer_master import pipeline  # noqa: PLC0415

    home = Home.current()
    if not forecast:
        return pipeline.blocking(home)
    with home.locked("blocking"):
        return pipeline.forecast_blocking(home)


@app.command()
def publish(accept_gate: AcceptGate = [], target: Target = None) -> None:  # noqa: B006 - Typer copies it
    """Publish the last build, made by `build --no-publish` or by `dbt build`."""
    from customer_master import pipeline  # noqa: PLC0415

    home = Home.current()
    with home.locked("publish"):
        pipeline.publish(home, accept_gate)


@app.command()
def status(target: Target = None) -> None:
    """What is published, and what the last runs did."""
    from customer_master.console import show_status  # noqa: PLC0415

    show_status(Home.current())


@app.command("try")
def try_files(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="CSV or Parquet files with customers.")],
    column: Annotated[
        list[str], typer.Option(metavar="NAME=HEADER", help="What a column holds; repeat it to join columns.")
    ] = [],  # noqa: B006 - Typer copies it
    also_match: Annotated[list[str], typer.Option(metavar="HEADER", help="Compare this column too, as text.")] = [],  # noqa: B006 - Typer copies it
    unique_source: Annotated[
        list[str], typer.Option(metavar="NAME", help="A source in which nobody is there twice.")
    ] = [],  # noqa: B006 - Typer copies it
    match_threshold: Annotated[float, typer.Option(min=0, max=1, help="Probability of a match.")] = 0.5,
    review_threshold: Annotated[float, typer.Option(min=0, max=1, help="Probability of a case for review.")] = 0.1,
    min_probability: Annotated[float, typer.Option(min=0, max=1, help="Pairs below it are left out.")] = 0.01,
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where the results go.")] = Path("customer-master-try"),
    format_: Annotated[TableFormat, typer.Option("--format", help="Of the tables.")] = TableFormat.PARQUET,
) -> None:
    """Find the customers in any files: no configuration, no labels, nothing is kept but the results."""
    from customer_master.trial.mapping import parse_columns  # noqa: PLC0415
    from customer_master.trial.running import Options  # noqa: PLC0415
    from customer_master.trial.running import try_files as run  # noqa: PLC0415

    run(
        Options(
            files=files,
            columns=parse_columns(column),
            also_match=also_match,
            unique_sources=unique_source,
            match_threshold=match_threshold,
            review_threshold=review_threshold,
            minimum_probability=min_probability,
            out=out,
            format=format_.value,
        )
    )


@app.command()
def add_system(
    name: str,
    from_: Annotated[str, typer.Option("--from", metavar="SCHEMA.TABLE", help="The raw table, as in the warehouse.")],
) -> None:
    """Write models/staging/NAME for a table of your own, with its columns guessed, ready to edit."""
    from customer_master import pipeline  # noqa: PLC0415

    pipeline.add_system(Home.current(), name, from_)
