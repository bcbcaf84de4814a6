"""What a build on Spark costs, model by model, and what it would cost a cluster.

    python benchmarks/spark_cost.py measure --customers 44500 [--memory 4g]   # once a size; alone on the machine
    python benchmarks/spark_cost.py report [--out docs/spark_cost.md]

`measure` generates raw tables, builds and publishes them with the shipped parameters on local[2], reads Spark's event
log and keeps what each model took in target/spark_cost. `report` fits a power of the number of records to each model's
processor seconds (least squares of the logarithms over the measured sizes; at least 1, as starting weighs most in the
smallest), scales seconds and shuffled bytes of the largest size with it and adds them up. What one task does alone
(numbers over all rows) is a sort: scaled as n log n. Time is a line through the measured builds' times by their
processor seconds: planning, and by how much a build takes longer than its tasks would on busy cores.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

import numpy as np

MEASURED = Path(__file__).resolve().parent.parent / "target" / "spark_cost"
LARGER = (100_000_000, 1_000_000_000)
CLUSTERS = (64, 256, 1024)
CORES = 2
OTHERS = "tests, publication and the rest"
TABLE = re.compile(r"CreateDataSourceTableAsSelectCommand\s+Arguments: `spark_catalog`\.`(\w+)`\.`(\w+?)(?:__\d{20})?`")
EVENTS = {
    "spark.eventLog.enabled": "true",
    "spark.eventLog.rolling.enabled": "false",
    "spark.eventLog.compress": "false",
    "spark.sql.maxMetadataStringLength": "10000",
}


@dataclass
class Cost:
    """Of a model: processor seconds, of them in stages of one task; bytes between tasks, to disk for want of memory."""

    cpu: float = 0.0
    alone: float = 0.0
    shuffled: float = 0.0
    spilled: float = 0.0


@dataclass
class Build:
    """Of a size: seconds from start to published, GB that its processes held at most."""

    records: int
    seconds: float
    memory: float
    models: dict[str, Cost] = field(default_factory=dict)

    @property
    def total(self) -> Cost:
        sums = np.sum([list(asdict(cost).values()) for cost in self.models.values()], axis=0)
        return Cost(*sums)


def measure(customers: int, memory: str) -> Build:
    with tempfile.TemporaryDirectory(prefix="customer_master_cost_") as folder:
        settings = Path(folder) / "conf"
        events = Path(folder) / "events"
        settings.mkdir()
        events.mkdir()
        lines = [f"{key} {value}\n" for key, value in (EVENTS | {"spark.eventLog.dir": events.as_uri()}).items()]
        (settings / "spark-defaults.conf").write_text("".join(lines))
        variables = {
            "CUSTOMER_MASTER_HOME": folder,
            "CUSTOMER_MASTER_SPARK_MEMORY": memory,
            "CUSTOMER_MASTER_MATCH_PARAMETER_VERSION": "seed",
            "DBT_TARGET": "spark",
        }
        command = [str(Path(sys.executable).parent / "customer-master")]
        run([*command, "generate", "--customers", str(customers)], os.environ | variables)
        seconds, held = run([*command, "build"], os.environ | variables | {"SPARK_CONF_DIR": str(settings)})
        [log] = events.iterdir()
        build = Build(0, seconds, held, costs(log))
        count = (
            "from customer_master.spark.session import session; "
            "print(session().sql('select count(*) from intermediate.source_records').collect()[0][0])"
        )
        said = subprocess.run(
            [sys.executable, "-c", count], env=os.environ | variables, check=True, capture_output=True
        )
        build.records = int(said.stdout.split()[-1])
    return build


def run(command: list[str], variables: dict[str, str]) -> tuple[float, float]:
    """Seconds, and the most GB that the command and what it started held in memory at a time."""
    started = time.monotonic()
    process = subprocess.Popen(command, env=variables, start_new_session=True)
    most = [0.0]

    def watch() -> None:
        while process.poll() is None:
            most[0] = max(most[0], held_by(process.pid))
            time.sleep(1)

    watcher = threading.Thread(target=watch)
    watcher.start()
    code = process.wait()
    watcher.join()
    if code:
        raise SystemExit(f"{' '.join(command)} ended with {code}")
    return time.monotonic() - started, most[0]


def held_by(session: int) -> float:
    """GB resident in Python and in Java of a session; a fork that is not yet another program is counted once."""
    pages: dict[str, int] = defaultdict(int)
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            if int(fields[3]) == session:
                program = os.readlink(folder / "exe")
                pages[program] = max(pages[program], int(fields[21]))
        except OSError:
            continue
    return sum(pages.values()) * os.sysconf("SC_PAGE_SIZE") / 1e9


def costs(log: Path) -> dict[str, Cost]:
    """Of each table that was made; what made none is of OTHERS."""
    table_of_execution: dict[int, str] = {}
    execution_of_stage: dict[int, int] = {}
    tasks: dict[int, list[Cost]] = defaultdict(list)
    for event in events_of(log):
        match event["Event"].rpartition(".")[2]:
            case "SparkListenerSQLExecutionStart":
                found = TABLE.search(event["physicalPlanDescription"])
                root = event.get("rootExecutionId", event["executionId"])
                table_of_execution[event["executionId"]] = found[2] if found else table_of_execution.get(root, OTHERS)
            case "SparkListenerJobStart":
                execution = (event.get("Properties") or {}).get("spark.sql.execution.id")
                for stage in event["Stage IDs"]:
                    execution_of_stage[stage] = int(execution) if execution else -1
            case "SparkListenerTaskEnd" if event.get("Task Metrics"):
                metrics = event["Task Metrics"]
                tasks[event["Stage ID"]].append(
                    Cost(
                        cpu=metrics["Executor CPU Time"] / 1e9,
                        shuffled=metrics["Shuffle Write Metrics"]["Shuffle Bytes Written"],
                        spilled=metrics["Disk Bytes Spilled"],
                    )
                )
    found: dict[str, Cost] = defaultdict(Cost)
    for stage, done in tasks.items():
        model = found[table_of_execution.get(execution_of_stage.get(stage, -1), OTHERS)]
        for task in done:
            model.cpu += task.cpu
            model.shuffled += task.shuffled
            model.spilled += task.spilled
        if len(done) == 1:
            model.alone += done[0].cpu
    return dict(found)


def events_of(log: Path) -> Iterator[dict]:
    with log.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def power_of(builds: list[Build], model: str) -> float:
    """Of the number of records, through a model's processor seconds; 0 where fewer than two sizes have some."""
    points = [(build.records, build.models.get(model, Cost()).cpu) for build in builds]
    points = [(math.log(records), math.log(seconds)) for records, seconds in points if seconds > 0]
    return float(np.polyfit(*np.array(points).T, 1)[0]) if len(points) > 1 else 0.0


def report(builds: list[Build]) -> str:
    largest = builds[-1]
    powers = {model: power_of(builds, model) for model in largest.models}

    lines = [
        "# What Spark takes",
        "",
        "Written by `benchmarks/spark_cost.py`: generated records on `local[2]`, from raw tables to published.",
        "",
        *heading("records", "time", "memory", "processor time", "of it in stages of one task", "shuffled", "spilled"),
    ]
    for build in builds:
        total = build.total
        lines.append(
            f"| {build.records:,} | {clock(build.seconds)} | {build.memory:.1f} GB | {clock(total.cpu)} "
            f"| {total.alone:.0f} s | {total.shuffled / 1e9:.2f} GB | {total.spilled / 1e9:.2f} GB |"
        )
    lines += [
        "",
        "## The dearest models",
        "",
        *heading("", *(f"{build.records:,}" for build in builds), "power of the records", "shuffled", "in one task"),
    ]
    for model in sorted(largest.models, key=lambda model: -largest.models[model].cpu)[:15]:
        took = " | ".join(f"{build.models.get(model, Cost()).cpu:,.1f} s" for build in builds)
        last = largest.models[model]
        lines.append(f"| {model} | {took} | {powers[model]:.2f} | {last.shuffled / 1e9:.2f} GB | {last.alone:,.1f} s |")
    if len(builds) >= 3:
        lines += extrapolated(builds, powers)
    return "\n".join(lines) + "\n"


def extrapolated(builds: list[Build], powers: dict[str, float]) -> list[str]:
    largest = builds[-1]
    slope, planning = np.polyfit([build.total.cpu for build in builds], [build.seconds for build in builds], 1)
    overhead = slope * CORES
    lines = [
        "",
        "## Larger numbers, extrapolated",
        "",
        f"Seconds = {planning:.0f} of planning + one task's + {overhead:.2f} x the others' processor seconds / cores. "
        f"Nothing larger than {largest.records:,} was measured.",
        "",
        *heading(
            "records",
            "processor time",
            "of it in one task",
            "shuffled",
            *(f"{cores:,} cores" for cores in CLUSTERS),
        ),
    ]
    for records in LARGER:
        times = records / largest.records
        grown = {model: times ** max(1.0, power) for model, power in powers.items()}
        cpu = sum(cost.cpu * grown[model] for model, cost in largest.models.items())
        shuffled = sum(cost.shuffled * grown[model] for model, cost in largest.models.items())
        alone = largest.total.alone * times * math.log(records) / math.log(largest.records)
        walls = [time_of(planning + alone + overhead * (cpu - alone) / cores) for cores in CLUSTERS]
        lines.append(
            f"| {records:,} | {time_of(cpu)} | {time_of(alone)} | {shuffled / 1e12:.2f} TB | {' | '.join(walls)} |"
        )
    return lines


def heading(*columns: str) -> list[str]:
    return [f"| {' | '.join(columns)} |", f"|{'---|' * len(columns)}"]


def clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s"


def time_of(seconds: float) -> str:
    return f"{seconds / 60:.0f} min" if seconds < 7200 else f"{seconds / 3600:.1f} h"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    measuring = commands.add_parser("measure")
    measuring.add_argument("--customers", type=int, required=True)
    measuring.add_argument("--memory", default="4g", help="the driver's memory")
    reporting = commands.add_parser("report")
    reporting.add_argument("--out", type=Path)
    given = parser.parse_args()
    if given.command == "measure":
        build = measure(given.customers, given.memory)
        MEASURED.mkdir(parents=True, exist_ok=True)
        (MEASURED / f"{build.records}.json").write_text(json.dumps(asdict(build)))
        print(f"{build.records:,} records: {clock(build.seconds)}, {build.memory:.1f} GB")
        return
    said = [json.loads(file.read_text()) for file in MEASURED.glob("*.json")]
    builds = [
        Build(**(values | {"models": {model: Cost(**cost) for model, cost in values["models"].items()}}))
        for values in said
    ]
    text = report(sorted(builds, key=lambda build: build.records))
    if given.out:
        given.out.write_text(text)
    print(text)


if __name__ == "__main__":
    main()
