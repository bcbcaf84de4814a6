"""Writes the generator's records as one CSV file, with its truth, for benchmarks/compare_peers.py.

    python benchmarks/generated_file.py DIR [--records 1000000] [--seed 42]

DIR/generated_<records>/generated.csv has a row a record as the systems spelled it, under canonical headers;
truth.csv says which customer each row is (row_number, entity_id). Also prints how long the generator took.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

import duckdb

from customer_master import pipeline
from customer_master.home import Home
from customer_master.trial.mapping import canonical_attributes

from standardized_to_clusters import RECORDS_PER_CUSTOMER, build  # isort: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--records", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=42)
    options = parser.parse_args()
    out = options.folder / f"generated_{options.records}"
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder))
        started = time.perf_counter()
        pipeline.generate(home, round(options.records / RECORDS_PER_CUSTOMER), options.seed)
        print(f"{time.perf_counter() - started:8.2f} s  generated")
        build(home, "raw tables to records", "--select", "+source_records")
        columns = [name["name"] for name in canonical_attributes() if name.get("try")]
        kept = [name for name in columns if name not in ("source_record_id", "party_type")]
        with duckdb.connect(str(home.work)) as connection:
            connection.execute(f"attach '{home.raw}' as raw (read_only)")
            connection.execute(
                """
                create temp table numbered as
                select row_number() over (order by hash(record_id)) - 1 as row_number, entity_id, records.*
                from intermediate.source_records as records
                inner join raw.truth.records as truth using (record_id)
                """
            )
            connection.execute(
                f"copy (select source_system, {', '.join(n for n in kept if n != 'source_system')} from numbered"
                f" order by row_number) to '{out}/generated.csv' (header)"
            )
            connection.execute(
                f"copy (select row_number, entity_id from numbered order by row_number) to '{out}/truth.csv' (header)"
            )
            print(f"{connection.execute('select count(*) from numbered').fetchone()[0]:,} rows in {out}")


if __name__ == "__main__":
    main()
