"""recordlinkage's ECM classifier (unsupervised Fellegi-Sunter) on one labelled set: scored pairs, seconds, memory.

    python recordlinkage_peer.py FOLDER PAIRS.parquet

As its documentation classifies FEBRL 4: blocks on names, births and numbers, Jaro-Winkler of at least 0.85 for texts,
exact comparison for the rest, ECM on the agreements. Prints JSON: seconds by phase and peak memory in MB.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

STARTED = time.perf_counter()

import duckdb  # noqa: E402
import recordlinkage  # noqa: E402
from peak import peak_memory  # noqa: E402
from prepared_records import prepare  # noqa: E402

TEXTS = ("given", "family", "street", "city", "email", "birth_date", "national_id")


def main(folder: Path, out: Path) -> None:
    seconds = {"start": time.perf_counter() - STARTED}

    def lap(name: str) -> None:
        seconds[name] = time.perf_counter() - STARTED - sum(seconds.values())

    connection = duckdb.connect()
    columns = prepare(connection, folder)
    table = connection.execute("select * from records").df().set_index("row_number")
    tables = [table[table.source == name] for name in ("a", "b")] if folder.name == "febrl4" else [table]
    lap("read")
    index = recordlinkage.Index()
    for name in ("given", "family", "birth_date", "email", "national_id", "street"):
        if name in columns:
            index.block(name)
    pairs = index.index(*tables)
    compare = recordlinkage.Compare(n_jobs=2)
    for name in columns:
        if name in TEXTS:
            compare.string(name, name, method="jarowinkler", threshold=0.85, label=name)
        else:
            compare.exact(name, name, label=name)
    features = compare.compute(pairs, *tables)
    lap("compare")
    classifier = recordlinkage.ECMClassifier()
    classifier.fit(features)
    probability = classifier.prob(features)
    lap("train and predict")
    memory = peak_memory()
    found = probability.reset_index(name="probability")
    found.columns = ["row_number_l", "row_number_r", "probability"]
    connection.execute(f"copy (select * from found) to '{out}' (format parquet)")
    print(json.dumps({"seconds": seconds, "memory": memory}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
