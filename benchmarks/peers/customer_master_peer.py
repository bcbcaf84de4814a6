"""customer-master on one labelled set, nothing given but its files: customers, scored pairs, seconds, memory.

    python customer_master_peer.py FOLDER CLUSTERS.parquet PAIRS.parquet

Runs `customer-master try`, defaults throughout; FEBRL 4's two files are told to have no duplicates of their own, as
the peers are told to link only. Prints JSON: seconds by phase and peak memory in MB; `merge` (golden records), `write`
and `report`, which no peer does, stand apart.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path

STARTED = time.perf_counter()

import duckdb  # noqa: E402
from peak import peak_memory  # noqa: E402

from customer_master.trial.running import Options, try_files  # noqa: E402


def main(folder: Path, clusters: Path, pairs: Path) -> None:
    imported = time.perf_counter() - STARTED
    files = sorted(path for path in folder.glob("*.csv") if path.name != "truth.csv")
    unique = [path.name for path in files] if folder.name == "febrl4" else []
    with tempfile.TemporaryDirectory() as scratch:
        trial = try_files(Options(files=files, out=Path(scratch) / "out", unique_sources=unique))
        with duckdb.connect() as connection:
            connection.execute(
                f"copy (select row_number, customer_id as cluster from '{trial.out}/crosswalk.parquet')"
                f" to '{clusters}' (format parquet)"
            )
            connection.execute(
                f"copy (select row_number_l, row_number_r, match_probability as probability"
                f" from '{trial.out}/pairs.parquet') to '{pairs}' (format parquet)"
            )
    seconds = trial.seconds | {"start": trial.seconds["start"] + imported}
    print("\n" + json.dumps({"seconds": seconds, "memory": peak_memory()}))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
