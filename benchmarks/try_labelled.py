"""How well `customer-master try` finds the customers of public labelled files, with nothing but the file.

    python benchmarks/try_labelled.py [fake_1000.csv] [--labelled DIR]

Prints pairwise precision, recall and F1 of the pairs that match and of the customers, and the seconds of the run.
`--labelled DIR`: what benchmarks/labelled_files.py wrote (FEBRL 1-4, pseudopeople), each set a folder of CSV files with
`truth.csv` (row_number, entity_id).
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import duckdb

from customer_master.evaluate import Score
from customer_master.trial.running import Options, try_files

# True pairs, found pairs, pairs found rightly; tables truth (row_number, entity), found (row_number_l, row_number_r).
PAIRS = """
select
    (select coalesce(sum(n * (n - 1) // 2), 0) from (select count(*) as n from truth group by entity)),
    count(*),
    count(*) filter (l.entity = r.entity)
from found
inner join truth as l on found.row_number_l = l.row_number
inner join truth as r on found.row_number_r = r.row_number
"""
MATCHED = "create or replace temp view found as select * from '{out}/pairs.parquet' where decision = 'match'"
CLUSTERED = """
create or replace temp view found as
select l.row_number as row_number_l, r.row_number as row_number_r
from '{out}/crosswalk.parquet' as l
inner join '{out}/crosswalk.parquet' as r on l.customer_id = r.customer_id and l.row_number < r.row_number
"""


def measure(name: str, files: list[Path], truth: str, **options: object) -> None:
    """One line of the table; `truth`: SQL for (row_number, entity)."""
    with tempfile.TemporaryDirectory() as folder:
        trial = try_files(Options(files=files, out=Path(folder) / "out", **options))
        with duckdb.connect() as connection:
            connection.execute(f"create table truth as {truth}")
            scores = []
            for view in (MATCHED, CLUSTERED):
                connection.execute(view.format(out=trial.out))
                scores.append(Score(*connection.execute(PAIRS).fetchone()))
    told = "  ".join(f"{s.precision:.4f} {s.recall:.4f} {s.f1:.4f}" for s in scores)
    print(f"RESULT {name:16} {trial.row_count:9,}  {told}  {sum(trial.seconds.values()):6.1f} s", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("fake_1000", type=Path, nargs="?")
    parser.add_argument("--labelled", type=Path)
    options = parser.parse_args()
    print("RESULT set                   rows  pairs: P, R, F1       customers: P, R, F1")
    if options.fake_1000:
        truth = f"select row_number() over () - 1 as row_number, cluster as entity from '{options.fake_1000}'"
        measure("fake_1000", [options.fake_1000], truth)
    for folder in sorted(options.labelled.iterdir()) if options.labelled else []:
        files = sorted(path for path in folder.glob("*.csv") if path.name != "truth.csv")
        unique = [path.name for path in files] if len(files) > 1 and folder.name.startswith("febrl") else []
        truth = f"select row_number, entity_id as entity from '{folder / 'truth.csv'}'"
        measure(folder.name, files, truth, unique_sources=unique)


if __name__ == "__main__":
    main()
