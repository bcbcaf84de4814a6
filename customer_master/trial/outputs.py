"""What `customer-master try` leaves in its folder: three tables and a report, all of them or none."""

from __future__ import annotations

import os
import shutil
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from customer_master.errors import BadInput, CustomerMasterError, ExitCode
from customer_master.home import Home

# A row of crosswalk: a data row; of pairs: two rows, each pair once, probability before guards and decision after.
TABLES = {
    "crosswalk": """
        select
            rows.row_number,
            rows.source_label as source_system,
            rows.source_record_id,
            members.customer_id,
            records.party_type,
            case
                when not (records.compare_as_person or records.compare_as_organization) then 'unusable'
                when count(*) over (partition by members.customer_id) > 1 then 'matched'
                else 'single'
            end as status
        from raw.try.file_row as rows
        inner join intermediate.standardized_records as records on rows.row_key = records.source_key
        inner join intermediate.record_customers as members on records.record_no = members.record_no
        order by rows.row_number
    """,
    "pairs": """
        select
            least(l.row_number, r.row_number) as row_number_l,
            greatest(l.row_number, r.row_number) as row_number_r,
            pairs.match_probability,
            pairs.match_weight,
            case when cut.record_no_l is not null then 'cut' else pairs.decision_before_guards end as decision
        from intermediate.scored_pairs as pairs
        inner join row_numbers as l on pairs.record_no_l = l.record_no
        inner join row_numbers as r on pairs.record_no_r = r.record_no
        left join intermediate.cut_pairs as cut
            on pairs.record_no_l = cut.record_no_l and pairs.record_no_r = cut.record_no_r
        order by 1, 2
    """,
    "customers": """
        with counted as (
            select customer_id, count(*) as record_count
            from intermediate.record_customers
            group by customer_id
        )

        select counted.*, golden.* exclude (customer_id, address_record_no)
        from counted
        left join intermediate.golden_records as golden using (customer_id)
        order by counted.customer_id
    """,
}
ROW_NUMBERS = """
    create or replace temp view row_numbers as
    select record_no, cast(source_key as bigint) as row_number
    from intermediate.source_records
"""
COPY_OPTIONS = {"parquet": "format parquet, compression zstd", "csv": "format csv, header"}


def open_work(home: Home) -> duckdb.DuckDBPyConnection:
    """The built tables and the rows they came from, with `row_numbers` (record_no, row_number)."""
    connection = duckdb.connect(str(home.work))
    connection.execute(f"attach if not exists '{_literal(home.raw)}' as raw (read_only)")
    connection.execute(ROW_NUMBERS)
    return connection


def write_tables(home: Home, folder: Path, file_format: str) -> None:
    """crosswalk, pairs and customers in `folder`."""
    with open_work(home) as connection:
        for name, sql in TABLES.items():
            path = _literal(folder / f"{name}.{file_format}")
            connection.execute(f"copy ({sql}) to '{path}' ({COPY_OPTIONS[file_format]})")


def check_folder(out: Path) -> None:
    """Refuses, before any work is done, a folder that cannot be made or written."""
    if out.exists() and not out.is_dir():
        raise BadInput(f"--out {out} is a file.", "Name a folder; it is made if need be.")
    existing = out
    while not existing.exists():
        existing = existing.absolute().parent
    if not existing.is_dir() or not os.access(existing, os.W_OK | os.X_OK):
        raise BadInput(f"--out {out}: you may not write in {existing}.", "Name another folder with --out.")


@contextmanager
def replacing(out: Path) -> Iterator[Path]:
    """A folder to write in; its files go to `out` when all of them are complete, and none of them before."""
    made = not out.exists()
    temporary = out / f".{os.getpid()}.tmp"
    try:
        temporary.mkdir(parents=True)
        yield temporary
        for file in sorted(temporary.iterdir()):
            os.replace(file, out / file.name)
        made = False
    except OSError as error:
        raise CustomerMasterError(
            f"{out} cannot be written: {error.strerror or error}.",
            "Make room there, or name another folder with --out.",
            ExitCode.DISK_FULL,
        ) from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
        if made:
            shutil.rmtree(out, ignore_errors=True)


def for_terminal(text: str, longest: int = 60) -> str:
    """A value without control characters and Rich markup, cut to what a table shows."""
    clean = "".join(c if unicodedata.category(c)[0] != "C" else " " for c in text[:longest])
    return clean.replace("[", r"\[") + ("…" if len(text) > longest else "")


def _literal(path: Path) -> str:
    return str(path).replace("'", "''")
