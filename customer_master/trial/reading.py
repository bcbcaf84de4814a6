"""Reads CSV and Parquet files into `file_rows`: one row a data row, every column as text, numbered in order."""

from __future__ import annotations

import errno
import re
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb

from customer_master.errors import BadInput, CustomerMasterError, ExitCode
from customer_master.raw_tables import quoted
from customer_master.trial.text_files import EXPORT_AS_CSV, TextFile, prepare_text

# What DuckDB calls it -> what it is, what to do.
ROW_ERRORS = {
    "TOO MANY COLUMNS": ("has more values than the header names", "Put quotes round values that hold {delimiter!r}."),
    "MISSING COLUMNS": ("has fewer values than the header names", "Write every column of the row, empty ones too."),
    "UNQUOTED VALUE": ("has a quote that is never closed", 'Close it, or write a quote inside a value twice ("").'),
    "LINE SIZE OVER MAXIMUM": ("is longer than 16 MB", "Is a quote never closed? Close it, or shorten the value."),
}
MAX_LINE_BYTES = 16_000_000
BUFFER_BYTES = 32_000_000
RESERVED_NAMES = ("row_number", "file_name")


@dataclass(frozen=True)
class LoadedFile:
    """A file as it was read; delimiter and encoding are None for Parquet."""

    path: Path
    name: str
    row_count: int
    delimiter: str | None = None
    encoding: str | None = None


@dataclass
class Loaded:
    """What `file_rows` holds; `columns` without row_number and file_name; `renamed`: those whose header stood twice."""

    columns: list[str]
    row_count: int
    files: list[LoadedFile]
    renamed: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


@dataclass
class _Part:
    """One file's share of `loaded_rows`: a relation, and for each of its columns the name it gets and its SQL."""

    relation: str
    columns: dict[str, str]
    text: TextFile | None = None


def read_files(connection: duckdb.DuckDBPyConnection, files: list[Path | str]) -> Loaded:
    """Fill table `loaded_rows` and lay view `file_rows` over it; on any error neither is left.

    file_rows: row_number (from 0, over the files in the order given), file_name, every column of the files as text.
    Raises BadInput for what cannot be read: file, line, reason, what to do.
    """
    paths = [_checked(file) for file in files]
    if not paths:
        raise BadInput("No file was given.", "Name one or more CSV or Parquet files.")
    names = _file_names(paths)
    loaded = Loaded([], 0, [])
    before = connection.execute(
        "select current_setting('preserve_insertion_order'), current_setting('force_compression')"
    ).fetchone()
    try:
        # Rows must keep their order; a table that is read a few times is not worth the time that compressing it takes.
        connection.execute("set preserve_insertion_order = true; set force_compression = 'uncompressed'")
        _drop(connection)
        for path, name in zip(paths, names, strict=True):
            _read(connection, path, name, loaded)
        columns = ", ".join(quoted(column) for column in loaded.columns)
        connection.execute(
            f"create view file_rows as select rowid as row_number, file_name, {columns} from loaded_rows"
        )
    except BaseException as error:
        _drop(connection)
        if isinstance(error, OSError) and error.errno == errno.ENOSPC:
            todo = f"A cleaned copy of a file is written to {tempfile.gettempdir()}: make room there, or set TMPDIR."
            raise CustomerMasterError("No room left to read the files.", todo, ExitCode.DISK_FULL) from None
        raise
    finally:
        connection.execute(f"set preserve_insertion_order = {before[0]}; set force_compression = '{before[1]}'")
    if len(set(paths)) < len(paths):
        loaded.warnings.append("A file was given twice: all its rows are there twice.")
    return loaded


def _drop(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("drop view if exists file_rows; drop table if exists loaded_rows")


def _checked(file: Path | str) -> Path:
    if re.match(r"[a-zA-Z][a-zA-Z0-9+.-]+:/", str(file)):
        raise BadInput(f"{file} is a URL; only files on this machine are read.", "Download it first.")
    path = Path(file)
    if path.is_dir():
        raise BadInput(f"{path} is a directory.", f"Name the files in it, for example: {path / '*.csv'}")
    if not path.exists():
        raise BadInput(f"There is no file {path}.", f"This was looked for in {path.absolute().parent}.")
    if not path.is_file():
        raise BadInput(f"{path} is no regular file.", "Save its content to a file first.")
    try:
        with path.open("rb") as opened:
            is_empty = not opened.read(1)
    except PermissionError:
        raise BadInput(f"{path} may not be read by you.", f"Give yourself the right: chmod u+r {path}") from None
    if is_empty:
        raise BadInput(f"{path} is empty (0 bytes).", EXPORT_AS_CSV)
    return path


def _file_names(paths: list[Path]) -> list[str]:
    """The names without their folders, where these tell the files apart."""
    names = [path.name for path in paths]
    return names if len(set(names)) == len(set(paths)) else [str(path) for path in paths]


def _read(connection: duckdb.DuckDBPyConnection, path: Path, name: str, loaded: Loaded) -> None:
    with tempfile.TemporaryDirectory(prefix="customer-master-") as folder:
        with path.open("rb") as file:
            is_parquet = file.read(4) == b"PAR1"
        part = _parquet_part(connection, path) if is_parquet else _csv_part(path, Path(folder), loaded.warnings)
        columns = _united_columns(part, path, loaded)
        file_name = name.replace("'", "''")
        if not loaded.files:
            connection.execute("create table loaded_rows (file_name varchar)")
        for column in columns:
            if column not in loaded.columns:
                connection.execute(f"alter table loaded_rows add column {quoted(column)} varchar")
                loaded.columns.append(column)
        values = ", ".join(f"{sql} as {quoted(column)}" for column, sql in columns.items())
        insert = f"insert into loaded_rows by name select '{file_name}' as file_name, {values} from {part.relation}"
        _insert(connection, path, insert, part.text)
    (total,) = connection.execute("select count(*) from loaded_rows").fetchone() or (0,)
    if total == loaded.row_count:
        raise BadInput(f"{path} has a header but no rows.", "There is nothing to compare: name a file with data.")
    text = part.text
    row_count = total - loaded.row_count
    loaded.files.append(LoadedFile(path, name, row_count, text and text.delimiter, text and text.encoding))
    loaded.row_count = total


def _united_columns(part: _Part, path: Path, loaded: Loaded) -> dict[str, str]:
    """Name in `loaded_rows` -> SQL; a second column of one name gets a number, upper and lower case are one."""
    spellings = {column.casefold(): column for column in loaded.columns}
    columns: dict[str, str] = {}
    taken = {name.casefold() for name in RESERVED_NAMES}
    for position, (header, sql) in enumerate(part.columns.items(), 1):
        base = name = re.sub(r"\s+", " ", header.split("\0")[0]).strip() or f"column_{position}"
        number = 1
        while name.casefold() in taken:
            number += 1
            name = f"{base}_{number}"
        if name != base:
            loaded.renamed.append(name)
            what = "is used here for something else" if base.casefold() in RESERVED_NAMES else "appears twice"
            loaded.warnings.append(f"{path.name}: the header {base} {what}; column {position} is called {name}.")
        taken.add(name.casefold())
        columns[spellings.get(name.casefold(), name)] = sql
    return columns


def _csv_part(path: Path, folder: Path, warnings: list[str]) -> _Part:
    text = prepare_text(path, folder)
    warnings += text.warnings
    # \0 keeps equal headers apart; it stands in no header.
    headers = {f"{name}\0{position}": f'"{position}"' for position, name in enumerate(text.header)}
    options: dict[str, Any] = {
        "auto_detect": "false",
        "header": "true",
        "skip": text.lines_to_skip,
        "delim": f"'{text.delimiter}'",
        "quote": "'\"'",
        "escape": f"'{text.escape}'",
        "columns": "{" + ", ".join(f"'{position}': 'varchar'" for position in range(len(headers))) + "}",
        "max_line_size": MAX_LINE_BYTES,
        "buffer_size": BUFFER_BYTES,
        "store_rejects": "true",
        "rejects_limit": 1000,
    }
    told = ", ".join(f"{option} = {value}" for option, value in options.items())
    return _Part(f"read_csv('{_sql_path(text.path)}', {told})", headers, text)


def _parquet_part(connection: duckdb.DuckDBPyConnection, path: Path) -> _Part:
    relation = f"read_parquet('{_sql_path(path)}')"
    try:
        types = connection.execute(f"describe select * from {relation}").fetchall()
    except duckdb.Error as error:
        raise BadInput(f"{path} is no readable Parquet file: {_first_line(error)}", EXPORT_AS_CSV) from None
    columns = {}
    for name, kind, *_ in types:
        column = quoted(name)
        columns[name] = f"cast({column} as varchar)"
        # Whole numbers beside nulls arrive as decimals (pandas): 89073.0 is the postal code 89073.
        if kind in ("DOUBLE", "FLOAT"):
            whole = f"cast(try_cast({column} as bigint) as varchar)"
            columns[name] = f"case when try_cast({column} as bigint) = {column} then {whole} else {columns[name]} end"
    return _Part(relation, columns)


def _insert(connection: duckdb.DuckDBPyConnection, path: Path, insert: str, text: TextFile | None) -> None:
    """Run it; rows that DuckDB rejects are an error of the file, named with its first line."""
    try:
        connection.execute(insert)
        broken = _broken_row(connection) if text else None
    except (duckdb.InvalidInputException, duckdb.IOException, duckdb.ConversionException) as error:
        if "no space left" in str(error).lower():
            raise
        raise BadInput(f"{path} cannot be read: {_first_line(error)}", EXPORT_AS_CSV) from None
    if broken is None or text is None:
        return
    position, kind, csv_line, count = broken
    line = _line_at(text.path, position)
    what, todo = ROW_ERRORS.get(kind, (f"cannot be read ({kind.lower()})", EXPORT_AS_CSV))
    others = f" ({count - 1} more lines cannot be read)" if count > 1 else ""
    shown = csv_line.strip() if len(csv_line) <= 120 else csv_line[:120] + "…"
    raise BadInput(f"{path}, line {line} {what}: {shown}{others}", todo.format(delimiter=text.delimiter))


def _broken_row(connection: duckdb.DuckDBPyConnection) -> tuple[int, str, str, int] | None:
    """Byte position, kind and text of the first row that was rejected, and how many there are."""
    row = connection.execute(
        "select min(line_byte_position), arg_min(cast(error_type as varchar), line_byte_position), "
        "arg_min(csv_line, line_byte_position), count(distinct line_byte_position) from reject_errors"
    ).fetchone()
    connection.execute("drop table if exists reject_errors; drop table if exists reject_scans")
    return None if row is None or row[3] == 0 else row


def _line_at(path: Path, position: int) -> int:
    """The number, from 1, of the line at this byte; DuckDB counts a record of several lines as one."""
    breaks, returns = 0, 0
    with path.open("rb") as file:
        while position > 0 and (block := file.read(min(position, 1 << 23))):
            breaks += block.count(b"\n")
            returns += block.count(b"\r")
            position -= len(block)
    return (breaks or returns) + 1


def _sql_path(path: Path) -> str:
    """For a SQL string; *, ? and [ in a name are no pattern."""
    return re.sub(r"([*?\[])", r"[\1]", str(path.absolute())).replace("'", "''")


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]
