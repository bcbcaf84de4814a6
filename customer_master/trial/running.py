"""`customer-master try`: files in, customers out, in a home that is thrown away afterwards."""

from __future__ import annotations

import hashlib
import os
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import platformdirs
from rich.table import Table

from customer_master import pipeline
from customer_master.console import building, console
from customer_master.dbt import Dbt
from customer_master.errors import BadInput
from customer_master.home import PROJECT_DIR, Home
from customer_master.project import project_comparisons
from customer_master.raw_tables import nearest
from customer_master.train import Training, train
from customer_master.trial import findings, mapping, outputs
from customer_master.trial.mapping import Mapping
from customer_master.trial.reading import Loaded, read_files
from customer_master.trial.report import write_report
from customer_master.trial.wording import duration, memory

# Everything the outputs and the report are read from.
RESULTS = ("record_customers", "golden_records", "household_members", "cut_pairs", "match_explanation_terms")
RESULTS += ("blocking_report_rows", "standardization_issues")
# What DuckDB may hold in memory unless the environment says otherwise (beyond it, it writes to the home): this much at
# least, and this much a million rows; joins of many wide columns fail in much less.
LEAST_MEMORY_GB = 1.6
MEMORY_GB_A_MILLION_ROWS = 0.8
# Built to learn from with the shipped parameters, and again with what was learned.
LEARNED = ("match_parameter_version", "match_parameters")


@dataclass(frozen=True, kw_only=True)
class Options:
    """What the command line said; columns: canonical name -> headers."""

    files: list[Path]
    columns: dict[str, list[str]] = field(default_factory=dict)
    also_match: list[str] = field(default_factory=list)
    unique_sources: list[str] = field(default_factory=list)
    match_threshold: float = 0.5
    review_threshold: float = 0.1
    minimum_probability: float = 0.01
    out: Path = Path("customer-master-try")
    format: str = "parquet"


@dataclass(frozen=True)
class Trial:
    """What a run left: the folder, rows and customers, seconds by phase, bytes of memory at the peak."""

    out: Path
    row_count: int
    customer_count: int
    seconds: dict[str, float]
    memory_bytes: int


class Clock:
    """Seconds by phase, in the order they ran."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        started = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - started


def try_files(options: Options) -> Trial:
    """Reads, maps, learns, matches and writes; raises BadInput for what a user can mend, and then leaves no output."""
    if options.review_threshold > options.match_threshold:
        raise BadInput(
            f"--review-threshold {options.review_threshold} is above --match-threshold {options.match_threshold}.",
            "A pair is for review from the lower one on.",
        )
    outputs.check_folder(options.out)
    clock = Clock()
    folder = Path(tempfile.mkdtemp(prefix="customer-master-"))
    try:
        home = Home(folder)
        loaded, found = _read(home, options, clock)
        sources = _sources(home, options.unique_sources)
        with pipeline.settings(
            match_threshold=options.match_threshold,
            review_threshold=options.review_threshold,
            minimum_probability=options.minimum_probability,
            duplicate_free_sources=",".join(f"try:{sources[name]}" for name in options.unique_sources),
            memory_limit=os.environ.get("CUSTOMER_MASTER_MEMORY_LIMIT") or memory_limit(loaded.row_count),
        ):
            training = _match(home, found, clock)
        with clock.phase("write"), outputs.replacing(options.out) as temporary:
            outputs.write_tables(home, temporary, options.format)
            with clock.phase("report"):
                data = findings.collect(home, loaded, found, training, options, clock.seconds, peak_memory())
                write_report(data, temporary / "report.html")
        clock.seconds["write"] -= clock.seconds["report"]
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    trial = Trial(options.out, data.row_count, data.customer_count, clock.seconds, peak_memory())
    _show_result(data, trial, options)
    return trial


def memory_limit(rows: int) -> str:
    """DuckDB's memory for so many rows, at most three quarters of the machine's: 5,000,000 -> '4.0GB'."""
    machine = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    return f"{min(max(LEAST_MEMORY_GB, MEMORY_GB_A_MILLION_ROWS * rows / 1e6), 0.75 * machine):.1f}GB"


def peak_memory() -> int:
    """Bytes this process has held at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def _read(home: Home, options: Options, clock: Clock) -> tuple[Loaded, Mapping]:
    """Fills raw.duckdb with `try.file_row`; shows what every column is taken for."""
    with duckdb.connect() as connection:
        with clock.phase("read"), console.status("Reading ..."):
            loaded = read_files(connection, list(options.files))
        with clock.phase("map"), console.status("Finding out what the columns hold ..."):
            found = mapping.guess_mapping(connection, loaded, options.columns, options.also_match)
            mapping.write_records(connection, found)
        _show_mapping(loaded, found)
        with clock.phase("map"):
            quoted = str(home.raw).replace("'", "''")
            connection.execute(f"attach '{quoted}' as raw (storage_version 'v1.5.0')")
            connection.execute("create schema raw.try")
            # Rows carry their number: their order need not be kept, and each thread writes its own.
            connection.execute("set preserve_insertion_order = false; set write_buffer_row_group_count = 1")
            connection.execute(
                """
                create table raw.try.file_row as
                with labels as (
                    select row_number, coalesce(records.source_system, file_rows.file_name) as source_label
                    from records
                    inner join file_rows using (row_number)
                ),

                sources as (
                    select source_label, 'source_' || row_number() over (order by min(row_number)) as source_name
                    from labels
                    group by source_label
                )

                select records.*, source_label, source_name, lpad(cast(row_number as varchar), 12, '0') as row_key
                from records
                inner join labels using (row_number)
                inner join sources using (source_label)
                """
            )
    return loaded, found


def _sources(home: Home, unique_sources: Iterable[str]) -> dict[str, str]:
    """The sources by their names; each of `unique_sources` must be one."""
    with duckdb.connect(str(home.raw), read_only=True) as raw:
        sources = dict(raw.execute("select distinct source_label, source_name from try.file_row").fetchall())
    for name in unique_sources:
        if name not in sources:
            near = nearest(name, list(sources))
            todo = f"The nearest one is {near}. " if near else ""
            raise BadInput(
                f"--unique-source {name}: there is no such source.",
                f"{todo}The sources are: {', '.join(sorted(sources)[:20])}.",
            )
    return sources


def _match(home: Home, found: Mapping, clock: Clock) -> Training:
    """Learns the parameters from the rows and builds up to golden records."""
    comparisons = compared(found)
    # Columns compared as text make another project to parse; it is not worth keeping.
    dbt = Dbt(home, variables=variables(found, comparisons), parse_cache=None if found.also_match else cache_folder())
    with clock.phase("start"), console.status("Starting dbt ..."):
        dbt.manifest()
    with clock.phase("learn"), building(dbt, "Comparing rows to learn from"):
        built = pipeline.build_without_tests(dbt, *pipeline.PATTERN_MODELS)
        training = train(home, comparisons=comparisons)
    pipeline.show_training(training)
    with clock.phase("match"), building(dbt, "Matching and merging"):
        done = sorted({result.node.name for result in built if hasattr(result, "node")} - set(LEARNED))
        selected = [f"+{model}" for model in RESULTS]
        built = dbt.run("build", "--select", *selected, "--exclude", *done, *pipeline.WITHOUT_TESTS)
        merging = _seconds_since(built, "clusters")
    clock.seconds["match"] -= merging
    clock.seconds["merge"] = merging
    return training


def _seconds_since(results: list[Any], model: str) -> float:
    """Seconds since a model of a run was done."""
    done = [
        timing.completed_at for r in results if getattr(r, "node", None) and r.node.name == model for timing in r.timing
    ]
    return (datetime.now(UTC).replace(tzinfo=None) - max(at.replace(tzinfo=None) for at in done)).total_seconds()


def compared(found: Mapping) -> dict[str, list[dict[str, Any]]]:
    """Var comparisons, with the columns of --also-match at the end of each match model."""
    texts = [
        {"name": f"also_match_{number}", "levels": 3, "text": True} for number in range(1, len(found.also_match) + 1)
    ]
    return {match_model: [*known, *texts] for match_model, known in project_comparisons().items()}


def variables(found: Mapping, comparisons: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
    """The vars that make the project one of files."""
    told: dict[str, Any] = {"source_systems": ["try"]}
    if found.also_match:
        told["comparisons"] = comparisons
        told["canonical_attributes"] = mapping.canonical_attributes() + [
            {"name": f"also_match_{number}", "group": f"also_match_{number}", "pii": "none", "try": True}
            for number in range(1, len(found.also_match) + 1)
        ]
    return told


def cache_folder() -> Path | None:
    """Where the parsed project waits for the next run; None where nothing can be written."""
    name = hashlib.sha256(str(PROJECT_DIR).encode()).hexdigest()[:16]
    folder = platformdirs.user_cache_path("customer-master") / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return folder if os.access(folder, os.W_OK) else None


def _show_mapping(loaded: Loaded, found: Mapping) -> None:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("column", "taken for", "why", "example"):
        table.add_column(column, overflow="ellipsis", max_width=40)
    for row in mapping.describe(found):
        table.add_row(*(outputs.for_terminal(cell) for cell in row))
    console.print(table)
    for warning in [*loaded.warnings, *found.warnings]:
        console.print(warning, style="yellow", markup=False)


def _show_result(data: Any, trial: Trial, options: Options) -> None:
    counts = {
        "rows": data.row_count,
        "customers": data.customer_count,
        "of them made of several rows": data.customers_of_several,
        "rows that repeat somebody": data.duplicate_rows,
        "unusable rows (customers of their own)": data.unusable_count,
        "households": data.household_count,
    }
    console.print()
    for label, count in counts.items():
        console.print(f"{count:>11,}  {label}")
    files = ", ".join([*(f"{name}.{options.format}" for name in outputs.TABLES), "report.html"])
    console.print(f"\n[bold green]{options.out}[/]: {files}", highlight=False, soft_wrap=True)
    phases = ", ".join(f"{name} {duration(seconds)}" for name, seconds in trial.seconds.items())
    total = duration(sum(trial.seconds.values()))
    console.print(f"{total} ({phases}), {memory(trial.memory_bytes)} of memory at the peak", soft_wrap=True)
