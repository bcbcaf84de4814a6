"""What the commands do, step by step."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from customer_master import preflight, warehouse
from customer_master import publish as publishing
from customer_master.console import (
    building,
    console,
    show_evaluation,
    show_published,
    show_score,
    show_self_check,
    show_work,
)
from customer_master.dbt import Dbt
from customer_master.errors import BadInput, CustomerMasterError, ExitCode
from customer_master.home import Home

if TYPE_CHECKING:
    from pathlib import Path

    from customer_master.train import Training

# What `train` reads, and what the demo scores beside it: the clusters that the shipped parameters make.
PATTERN_MODELS = ("+match_pattern_counts", "+random_pattern_counts", "+match_term_counts", "+blocking_large_keys")
NOT_IN_A_BUILD = ("--exclude", "tag:training")
# What a forecast of blocking reads.
FORECAST_MODELS = ("+blocked_pairs_sample", "+shared_keys")
WITHOUT_TESTS = ("--exclude-resource-type", "unit_test", "test")
CROSSWALK = "(select record_id, customer_id from core.customer_crosswalk where customer_id > 0)"


def generate(home: Home, customers: int, seed: int, day: int = 0) -> None:
    """Write raw.duckdb as it is so many days after the first load."""
    from customer_master.generate import generate as write  # noqa: PLC0415

    with console.status(f"Making up {customers:,} customers ..."):
        write(home, customers, seed, day)
        warehouse.load_generated(home)
    where = home.raw if warehouse.is_files() else warehouse.place(home)
    console.print(f"Raw tables of {customers:,} made-up customers (seed {seed}, day {day}) in {where}")


def build(home: Home, *, publish: bool = True, full_refresh: bool = False, accept_gates: Iterable[str] = ()) -> None:
    """Check the raw tables, build and test, show what came out, publish."""
    dbt = Dbt(home)
    check(dbt)
    with building(dbt, "Building and testing"):
        dbt.build(*NOT_IN_A_BUILD, *(["--full-refresh"] if full_refresh else []))
    show_work(home)
    if publish:
        show_published(publishing.publish(home, dbt, accept_gates))
    else:
        console.print("\nNot published. `customer-master publish` does it.")


def check(dbt: Dbt) -> None:
    """Names what is missing in the raw tables before anything is built."""
    problems = preflight.check_system_folders()
    if not problems:
        problems = preflight.check_sources(dbt.manifest(), dbt.home)
    errors = [problem for problem in problems if problem.severity == "error"]
    for problem in problems:
        if problem.severity == "warning":
            console.print(str(problem), style="yellow", markup=False, soft_wrap=True)
    if errors:
        raise BadInput("\n".join(str(problem) for problem in errors), "Nothing was built or published.")


def train(home: Home, *, write_seed: bool = False) -> Training:
    """Count the patterns of the records' own pairs and fit the match parameters to them."""
    from customer_master.train import train as fit  # noqa: PLC0415

    dbt = Dbt(home)
    check(dbt)
    with building(dbt, "Comparing pairs to learn from"):
        build_without_tests(dbt, *PATTERN_MODELS)
    return show_training(fit(home, write_seed=write_seed))


def evaluate(
    home: Home,
    truth: Path | None = None,
    least_precision: float = 0.0,
    least_recall: float = 0.0,
    html: Path | None = None,
) -> None:
    """Judge the last build, by labels where there are some; an error when its customers are below a floor."""
    from customer_master.evaluation.labels import evaluate as judge  # noqa: PLC0415
    from customer_master.evaluation.self_check import self_check  # noqa: PLC0415

    found = judge(home, truth) if truth else None
    check = self_check(home)
    if found:
        show_evaluation(found)
    show_self_check(check)
    if html:
        from customer_master.evaluation.report import EvaluationPage, write_report  # noqa: PLC0415

        write_report(EvaluationPage(truth.name if truth else str(home.path.name), check, found), html)
        console.print(f"[bold green]{html}[/]", highlight=False, soft_wrap=True)
    customers, said = (found.customers, "is") if found else (check.customers, "is expected to be")
    floors = (("precision", least_precision), ("recall", least_recall))
    below = [(name, getattr(customers, name), floor) for name, floor in floors]
    below = [f"{name} {said} {is_now:.4f}, below {floor}" for name, is_now, floor in below if is_now < floor]
    if below:
        raise CustomerMasterError(
            f"Of the customers, {' and '.join(below)}.",
            "The tables say which evidence misled." if found else "Label some records and give them with --truth.",
            ExitCode.TESTS_FAILED,
        )


def build_without_tests(dbt: Dbt, *models: str) -> list[Any]:
    """Builds a part with the shipped parameters, so that training does not depend on what was trained before."""
    with settings(match_parameter_version="seed"):
        return dbt.run("build", "--select", *models, *WITHOUT_TESTS)


def show_training(training: Training) -> Training:
    console.print(
        f"Learned from {training.pair_count:,} pairs of {training.record_count:,} records, without labels: "
        f"parameter version {training.parameter_version}"
    )
    for warning in training.warnings:
        console.print(f"  {warning}", style="yellow", markup=False)
    return training


def publish(home: Home, accept_gates: Iterable[str]) -> None:
    """Publish what the last build left."""
    show_published(publishing.publish(home, Dbt(home), accept_gates))


def demo(home: Home, customers: int, seed: int) -> None:
    """Generate, train, build, publish; then score both parameter sets against the generator's truth."""
    from customer_master.evaluation.scores import CLUSTERS, blocking_recall, score_clusters  # noqa: PLC0415
    from customer_master.train import train as fit  # noqa: PLC0415

    generate(home, customers, seed)
    dbt = Dbt(home)
    check(dbt)
    with building(dbt, "Comparing pairs to learn from"):
        build_without_tests(dbt, *PATTERN_MODELS, "+clusters")
    with warehouse.open_work(home) as connection:
        connection.execute(f"attach '{home.raw}' as raw (read_only)")
        shipped = score_clusters(connection, CLUSTERS, cluster="cluster_no")
    show_training(fit(home))
    build(home)
    with warehouse.open_published(home) as published:
        published.execute(f"attach '{home.raw}' as raw (read_only)")
        trained = score_clusters(published, CROSSWALK)
    with warehouse.open_work(home) as connection:
        connection.execute(f"attach '{home.raw}' as raw (read_only)")
        blocking = blocking_recall(
            connection,
            "(select l.record_id as record_id_l, r.record_id as record_id_r from intermediate.compared_pairs as pairs "
            "inner join intermediate.source_records as l on pairs.record_no_l = l.record_no "
            "inner join intermediate.source_records as r on pairs.record_no_r = r.record_no)",
        )
    console.print("\n[bold]Measured against the generator's truth[/] (which no model reads):")
    show_score("trained on these records, no labels", trained["all"])
    show_score("with the shipped parameters", shipped["all"])
    console.print(f"  {blocking.recall:.3f}  of the true pairs were compared ({blocking.found_pairs:,} pairs compared)")


def explain(home: Home, record: str, other_record: str | None = None) -> None:
    """Why two records are one customer, or are not; of one record, why its customer is one."""
    from customer_master.explain import explain as find  # noqa: PLC0415
    from customer_master.explain import render  # noqa: PLC0415
    from customer_master.explain_customer import explain_customer, render_customer  # noqa: PLC0415

    if other_record is None:
        console.print(render_customer(explain_customer(home, record)))
    else:
        console.print(render(find(home, record, other_record)))


def blocking(home: Home) -> None:
    """The blocking rules of the last build."""
    from customer_master.console import show_blocking  # noqa: PLC0415

    show_blocking(home)


def forecast_blocking(home: Home) -> None:
    """Build up to the blocking keys and say what comparing will cost."""
    from customer_master.blocking import forecast  # noqa: PLC0415
    from customer_master.console import show_forecast  # noqa: PLC0415

    dbt = Dbt(home)
    check(dbt)
    with building(dbt, "Standardizing and finding keys"):
        dbt.run("build", "--select", *FORECAST_MODELS, *WITHOUT_TESTS)
        compiled = dbt.run("compile", "--select", "compared_pairs", "blocking_forecast")
    [analysis] = [r.node.compiled_code for r in compiled if r.node.name == "blocking_forecast"]
    show_forecast(forecast(home, analysis))


def add_system(home: Home, name: str, from_table: str) -> None:
    """Write the folder of a new system and say what was guessed."""
    from customer_master.add_system import add_system as write  # noqa: PLC0415

    added = write(home, name, from_table)
    for path in added.files:
        console.print(f"wrote {path}", highlight=False, soft_wrap=True)
    console.print(f"key: {added.guess.key}")
    for attribute, column in added.guess.attributes.items():
        console.print(f"  {attribute} <- {column}", highlight=False)
    if added.guess.unused:
        console.print(f"not used: {', '.join(added.guess.unused)}", highlight=False, soft_wrap=True)
    console.print(added.todo, style="bold", soft_wrap=True)


@contextmanager
def settings(**values: object) -> Iterator[None]:
    """Says for a while what macro `setting` answers, through the environment: settings(match_threshold=0.8)."""
    with environment({f"CUSTOMER_MASTER_{name.upper()}": str(value) for name, value in values.items()}):
        yield


@contextmanager
def environment(values: dict[str, str]) -> Iterator[None]:
    """Says these things for a while."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
