"""Files of any kind become rows in their order, or an error that says file, line, reason and what to do."""

from __future__ import annotations

import errno
from pathlib import Path

import duckdb
import pytest

from customer_master.errors import BadInput, CustomerMasterError, ExitCode
from customer_master.trial import text_files
from customer_master.trial.reading import Loaded, read_files


@pytest.fixture(scope="module")
def connection() -> duckdb.DuckDBPyConnection:
    return duckdb.connect()


def written(folder: Path, data: str | bytes, name: str = "customers.csv") -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def table(connection: duckdb.DuckDBPyConnection) -> list[tuple[object, ...]]:
    return connection.execute("select * exclude (file_name) from file_rows order by row_number").fetchall()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters_and_quotes(connection: duckdb.DuckDBPyConnection, tmp_path: Path, delimiter: str) -> None:
    text = 'id,name,note\n1,Anna,"a, b; c | d"\n2,"Bo ""B"" Berg","two\nlines"\n3,,5" pipe\n'
    quoted = '"a, b; c | d"'
    text = text.replace(quoted, "@").replace(",", delimiter).replace("@", quoted)
    loaded = read_files(connection, [written(tmp_path, text)])
    assert loaded.columns == ["id", "name", "note"]
    assert (loaded.row_count, loaded.files[0].delimiter, loaded.warnings) == (3, delimiter, [])
    assert table(connection) == [
        (0, "1", "Anna", "a, b; c | d"),
        (1, "2", 'Bo "B" Berg', "two\nlines"),
        (2, "3", None, '5" pipe'),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings(connection: duckdb.DuckDBPyConnection, tmp_path: Path, encoding: str) -> None:
    data = "Name;Straße;Preis\r\nJürgen Groß;Äußere Weg 1;5 €\r\n".encode(encoding)
    bom = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    loaded = read_files(connection, [written(tmp_path, bom + data)])
    assert loaded.columns == ["Name", "Straße", "Preis"]
    assert table(connection) == [(0, "Jürgen Groß", "Äußere Weg 1", "5 €")]
    assert ["Windows-1252" in warning for warning in loaded.warnings] == [True] * (encoding == "cp1252")


@pytest.mark.parametrize(
    "data",
    [b"a,b\r\n1,x\r\n2,y\r\n", b"a,b\r1,x\r2,y\r", b"a,b\r\n1,x\n2,y\r\n", b"a,b\n1,x\n\n2,y\n\n\n", b"a,b\n1,x\n2,y"],
    ids=["crlf", "cr", "mixed", "blank lines", "no last line end"],
)
def test_line_ends(connection: duckdb.DuckDBPyConnection, tmp_path: Path, data: bytes) -> None:
    read_files(connection, [written(tmp_path, data)])
    assert table(connection) == [(0, "1", "x"), (1, "2", "y")]


def test_what_spreadsheets_and_databases_write(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    read_files(connection, [written(tmp_path, "sep=;\nid;name\n1;Anna, Bo\n")])
    assert table(connection) == [(0, "1", "Anna, Bo")]
    read_files(connection, [written(tmp_path, '"id","name"\n"1","Anna \\"Nan\\" Berg"\n')])
    assert table(connection) == [(0, "1", 'Anna "Nan" Berg')]
    loaded = read_files(connection, [written(tmp_path, "name\nAnna\n")])
    assert (loaded.columns, loaded.row_count) == (["name"], 1)


def test_odd_values_are_kept(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    huge = "x" * 1_000_000
    text = f"name,note\n👩‍💻 Zoë,{huge}\nمحمد الأحمد,שלום\nA\0nna,b\n"
    loaded = read_files(connection, [written(tmp_path, text, "odd [1] it's*.csv")])
    assert [row[1:] for row in table(connection)] == [("👩‍💻 Zoë", huge), ("محمد الأحمد", "שלום"), ("Anna", "b")]
    assert loaded.warnings == ["odd [1] it's*.csv: 1 NUL bytes were left out."]


def test_headers_that_are_empty_or_not_unique(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    text = "Phone,phone,,File_Name,phone_2, full\n 1,2,3,4,5,6\n"
    loaded = read_files(connection, [written(tmp_path, text)])
    assert loaded.columns == ["Phone", "phone_2", "column_3", "File_Name_2", "phone_2_2", "full"]
    assert [warning.partition(":")[2] for warning in loaded.warnings] == [
        " the header phone appears twice; column 2 is called phone_2.",
        " the header File_Name is used here for something else; column 4 is called File_Name_2.",
        " the header phone_2 appears twice; column 5 is called phone_2_2.",
    ]


def test_files_are_united_by_header(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    first = written(tmp_path, "id,Name\n1,Anna\n2,Bo\n", "a.csv")
    second = written(tmp_path, "NAME;city\nCleo;Ulm\n", "b.csv")
    third = tmp_path / "c.parquet"
    connection.execute(
        f"copy (select 7 as id, 89073.0::double as zip, 1.5::double as score, date '1980-05-17' as born) to '{third}'"
    )
    loaded = read_files(connection, [first, str(second), third])
    assert loaded.columns == ["id", "Name", "city", "zip", "score", "born"]
    assert [(file.name, file.row_count, file.delimiter) for file in loaded.files] == [
        ("a.csv", 2, ","),
        ("b.csv", 1, ";"),
        ("c.parquet", 1, None),
    ]
    assert connection.execute("select * from file_rows order by row_number").fetchall() == [
        (0, "a.csv", "1", "Anna", None, None, None, None),
        (1, "a.csv", "2", "Bo", None, None, None, None),
        (2, "b.csv", None, "Cleo", "Ulm", None, None, None),
        (3, "c.parquet", "7", None, None, "89073", "1.5", "1980-05-17"),
    ]


def test_rows_are_numbered_in_the_order_of_large_files(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    long_text = "repeat('x', (n % 90)::bigint)"
    connection.execute(f"copy (select n as id, {long_text} as note from range(400000) t(n)) to '{path}' (header)")
    connection.execute("set threads = 4; set preserve_insertion_order = false")
    assert read_files(connection, [path, path]).row_count == 800_000
    wrong = "select count(*), min(row_number), max(row_number) from file_rows where row_number % 400000 <> id::bigint"
    assert connection.execute(wrong).fetchone() == (0, None, None)
    assert connection.execute("select current_setting('preserve_insertion_order')").fetchone() == (False,)


@pytest.mark.parametrize(
    ("data", "message", "todo"),
    [
        ("a,b\n1,2\n3,4,5\n6\n", r"line 3 has more values.*3,4,5 \(1 more lines", "quotes round values that hold ','"),
        ('a,b\n"x\ny",2\n3\n4,5\n', r"line 4 has fewer values than the header names: 3", "Write every column"),
        ('a,b\n1,2\n3,"4\n5,6\n', "line 3 has a quote that is never closed", "Close it"),
        ("a,b\n", "has a header but no rows", "name a file with data"),
        ("", r"is empty \(0 bytes\)", "Export the table"),
        ("\n\n1,2\n", "first line is empty", "names of the columns"),
        ("Anna,anna@example.com,1980-01-01\nBo,bo@example.com,1980-01-02\n", "looks like a record", "on top"),
        ("17,1980-01-01\n18,1980-01-02\n", "looks like a record", "on top"),
        ("näme\nMüller\n".encode() + b"Gro\xdf\n", "line 3: not UTF-8, although the rest", "Save the file as UTF-8"),
        (b"a,b\n1,\x81\x82\n", "line 2: neither UTF-8 nor Windows-1252", "Save the file as UTF-8"),
        ("a,b\n1,2\n".encode("utf-16-le"), "are NUL", "Save the file as UTF-8"),
        (b"PK\x03\x04 xl/workbook", "Excel workbook", "CSV UTF-8"),
        (b"\x1f\x8b\x08", "gzip-compressed", "gunzip"),
        ('[{"a": 1}]', "JSON file", "read_json_auto"),
        ("<html><table></table></html>", "HTML", "Export the table"),
        (b"PAR1 is not enough", "no readable Parquet file", "Export the table"),
    ],
)
def test_bad_files(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path, data: str | bytes, message: str, todo: str
) -> None:
    good = written(tmp_path, "a,b\n1,2\n", "good.csv")
    with pytest.raises(BadInput, match=message) as raised:
        read_files(connection, [good, written(tmp_path, data)])
    assert "customers.csv" in raised.value.message
    assert todo in raised.value.todo
    assert connection.execute("select count(*) from duckdb_tables()").fetchone() == (0,)
    assert connection.execute("select count(*) from duckdb_views() where not internal").fetchone() == (0,)


def test_what_is_no_file(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    for file, message in {
        "https://example.com/customers.csv": "is a URL",
        "s3://bucket/customers.parquet": "is a URL",
        str(tmp_path): "is a directory",
        str(tmp_path / "no.csv"): "There is no file",
        "/dev/null": "is no regular file",
    }.items():
        with pytest.raises(BadInput, match=message):
            read_files(connection, [file])
    with pytest.raises(BadInput, match="No file was given"):
        read_files(connection, [])


def test_equal_names_in_different_folders_are_told_apart(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    paths = []
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        paths.append(written(tmp_path / folder, "a\n1\n"))
    loaded: Loaded = read_files(connection, [*paths, paths[0]])
    assert [file.name for file in loaded.files] == [str(path) for path in [*paths, paths[0]]]
    assert loaded.warnings == ["A file was given twice: all its rows are there twice."]


@pytest.mark.parametrize(
    ("error", "expected"),
    [(OSError(errno.ENOSPC, "No space left on device"), CustomerMasterError), (KeyboardInterrupt(), KeyboardInterrupt)],
)
def test_a_full_disk_and_ctrl_c_leave_nothing(
    connection: duckdb.DuckDBPyConnection,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: BaseException,
    expected: type[BaseException],
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(text_files, "_rewrite", fail)
    with pytest.raises(expected) as raised:
        read_files(connection, [written(tmp_path, "a\n1\n", "good.csv"), written(tmp_path, b"a\n\xfc\n")])
    assert getattr(raised.value, "exit_code", ExitCode.DISK_FULL) == ExitCode.DISK_FULL
    assert connection.execute("select count(*) from duckdb_tables()").fetchone() == (0,)
