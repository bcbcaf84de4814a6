"""custmatch on one labelled set, given 300 labelled pairs of its own choosing: its customers, seconds, memory.

    python custmatch_peer.py FOLDER CLUSTERS.parquet

Its command line does all: a sample of 300 candidate pairs, labels from the set's truth, then the run. Prints JSON:
seconds by phase and peak memory in MB. CLUSTERS: row_number, cluster.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

STARTED = time.perf_counter()

import duckdb  # noqa: E402
from prepared_records import prepare  # noqa: E402

LABELS = 300
NAMES = {
    "given": "first_name",
    "middle": "middle_initial",
    "family": "last_name",
    "birth_date": "date_of_birth",
    "house_number": "addr_number",
    "street": "addr_street",
    "email": "email",
    "phone": "phone",
    "national_id": "ssn",
}


def custmatch(*arguments: object) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "custmatch", *map(str, arguments)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"custmatch {arguments[0]} failed: {done.stderr[-2000:]}")


def main(folder: Path, out: Path) -> None:
    seconds = {"start": time.perf_counter() - STARTED}

    def lap(name: str) -> None:
        seconds[name] = time.perf_counter() - STARTED - sum(seconds.values())

    connection = duckdb.connect()
    columns = [name for name in prepare(connection, folder) if name in NAMES]
    # An organization has no first name: its name stands there.
    given = "coalesce(given, organization)" if folder.name.startswith("generated") else "given"
    said = ", ".join(f"{given if name == 'given' else name} as {NAMES[name]}" for name in columns)
    connection.execute(f"create table truth as select * from read_csv('{folder / 'truth.csv'}', all_varchar = true)")
    with tempfile.TemporaryDirectory() as scratch:
        work = Path(scratch)
        sources = [name for (name,) in connection.execute("select distinct source from records order by 1").fetchall()]
        for source in sources:
            connection.execute(
                f"copy (select row_number as record_id, {said} from records where source = '{source}' order by 1)"
                f" to '{work / source}.csv' (header)"
            )
        columns_said = {"record_id": "record_id", **{NAMES[name]: NAMES[name] for name in columns}}
        described = [{"name": name, "path": f"{name}.csv", "columns": columns_said} for name in sources]
        (work / "config.json").write_text(json.dumps({"sources": described, "source_priority": sources}))
        lap("read")
        custmatch("sample", work / "config.json", "--n", LABELS, "--out", work / "to_label.csv")
        connection.execute(
            f"""
            copy (
                select pairs.* replace (cast(l.entity_id = r.entity_id as integer) as label)
                from read_csv('{work / "to_label.csv"}', all_varchar = true) as pairs
                inner join truth as l on l.row_number = split_part(pairs.a, ':', -1)
                inner join truth as r on r.row_number = split_part(pairs.b, ':', -1)
            ) to '{work / "labels.csv"}' (header)
            """
        )
        lap("sample")
        custmatch("run", work / "config.json", "--labels", work / "labels.csv", "--out", work / "results")
        lap("run")
        connection.execute(
            f"copy (select cast(record_id as bigint) as row_number, customer_id as cluster"
            f" from read_csv('{work / 'results' / 'clusters.csv'}', all_varchar = true))"
            f" to '{out}' (format parquet)"
        )
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "memory": memory}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
