"""`customer-master try`, end to end: files in, every row in a customer, nothing half-written."""

from __future__ import annotations

import csv
import os
import resource
import signal
import time
from pathlib import Path

import duckdb
import pytest
from conftest import run_cli, start_cli

from customer_master.home import Home
from customer_master.trial import running

GERMAN = ["Kundennr", "Vorname", "Nachname", "Geburtsdatum", "Straße", "PLZ", "Ort", "E-Mail"]
ANNA = ["Anna", "Schröder", "17.05.1980", "Lindenstraße 12", "89073", "Ulm", "anna.schroeder@example.de"]
NAMES = [("Peter", "Maier"), ("Lukas", "Vogel"), ("Marie", "Krause"), ("Jonas", "Berg"), ("Lena", "Hofmann")]


def write(path: Path, header: list[str], rows: list[list[str]], delimiter: str = ";") -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows([header, *rows])
    return path


def german_rows() -> list[list[str]]:
    """Anna twice, an empty row, and strangers."""
    strangers = [
        [given, family, f"0{i + 1}.03.19{i}5", f"Gasse {i}", f"1011{i}", "Berlin", f"{given}.{family}{i}@example.de"]
        for i, (given, family) in enumerate(NAMES)
    ]
    again = ["Anna", "Schroeder", "17.05.1980", "Lindenstr. 12", "89073", "Ulm", "anna.schroeder@example.de"]
    rows = [ANNA, *strangers, again, [""] * 7]
    return [[str(100 + number), *row] for number, row in enumerate(rows)]


def run(tmp_path: Path, *arguments: str, **options: object) -> tuple[int, str]:
    return run_cli(
        Home(tmp_path / "unused"), "try", *arguments, "--out", str(tmp_path / "out"), cwd=tmp_path, **options
    )


def table(tmp_path: Path, name: str, columns: str = "*") -> list[tuple]:
    return duckdb.sql(f"select {columns} from '{tmp_path / 'out' / name}'").fetchall()


def test_a_german_file(tmp_path: Path) -> None:
    write(tmp_path / "kunden.csv", GERMAN, german_rows())
    code, said = run(tmp_path, "kunden.csv")
    assert code == 0, said
    for taken in ("given_name", "family_name", "birth_date (dmy)", "street_address", "postal_code", "city", "email"):
        assert taken in said
    crosswalk = table(tmp_path, "crosswalk.parquet")
    assert [row[0] for row in crosswalk] == list(range(8))
    assert [row[2] for row in crosswalk] == [str(100 + number) for number in range(8)]
    assert all(row[3] > 0 for row in crosswalk)
    assert crosswalk[0][3] == crosswalk[6][3], "Anna is there twice"
    assert len({row[3] for row in crosswalk}) == 7
    assert [row[5] for row in crosswalk] == ["matched", *["single"] * 5, "matched", "unusable"]
    types = duckdb.sql(f"select column_type from (describe from '{tmp_path}/out/crosswalk.parquet')").fetchall()
    assert types[0] == ("BIGINT",)
    pairs = table(tmp_path, "pairs.parquet", "row_number_l, row_number_r, decision")
    assert (0, 6, "match") in pairs
    assert len({pair[:2] for pair in pairs}) == len(pairs)
    assert all(left < right for left, right, _ in pairs)
    customers = dict(table(tmp_path, "customers.parquet", "customer_id, record_count"))
    assert customers[crosswalk[0][3]] == 2
    assert sum(customers.values()) == 8
    page = (tmp_path / "out/report.html").read_text(encoding="utf-8")
    assert "Schröder" in page
    assert not (tmp_path / "unused" / "work.duckdb").exists()
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "crosswalk.parquet", "customers.parquet", "pairs.parquet", "report.html",
    ]  # fmt: skip


def test_sources_texts_and_csv(tmp_path: Path) -> None:
    header = ["Name", "Mail", "Member", "Origin system"]
    rows = [
        ["Ann O'Lee", "ann@lee.org", "gold", "crm's"],
        ["Ann O'Lee", "ann@lee.org", "gold", "crm's"],
        ["Ann O'Lee", "ann@lee.org", "gold member", "shop"],
        ["Bob Stone", "bob@stone.org", "", "shop"],
    ]
    write(tmp_path / "people.csv", header, rows, ",")
    told = ["--column", "source_system=Origin system", "--also-match", "Member", "--unique-source", "crm's"]
    code, said = run(tmp_path, "people.csv", *told, "--format", "csv")
    assert code == 0, said
    customers = [row[0] for row in table(tmp_path, "crosswalk.csv", "customer_id")]
    assert customers[0] != customers[1], "a source without duplicates"
    assert customers[2] in customers[:2]
    assert len(set(customers)) == 3
    page = (tmp_path / "out/report.html").read_text(encoding="utf-8")
    assert "Member" in page
    assert "also_match_1" not in page


@pytest.mark.parametrize(
    ("arguments", "exit_code", "said"),
    [
        (["missing.csv"], 3, "There is no file missing.csv"),
        (["people.csv", "--column", "emial=Mail"], 3, "nearest one is email"),
        (["people.csv", "--also-match", "Mali"], 3, "nearest one is Mail"),
        (["people.csv", "--unique-source", "crm"], 3, "The sources are: people.csv"),
        (["people.csv", "--match-threshold", "0.2", "--review-threshold", "0.4"], 3, "above --match-threshold"),
        (["people.csv", "--match-threshold", "2"], 2, "match-threshold"),
        (["https://example.org/people.csv"], 3, "is a URL"),
    ],
)
def test_what_cannot_be_done_leaves_nothing(tmp_path: Path, arguments: list[str], exit_code: int, said: str) -> None:
    write(tmp_path / "people.csv", ["Name", "Mail"], [["Ann Lee", "ann@lee.org"], ["Bob Stone", "bob@stone.org"]], ",")
    code, output = run(tmp_path, *arguments)
    assert code == exit_code, output
    assert said in " ".join(output.split())
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "rows",
    [
        [["Ann Lee", "ann@lee.org", "1980-05-17"]],
        [["Ann Lee", "ann@lee.org", "1980-05-17"]] * 40,
        [[f"{given} {family}", "info@firm.org", "9999-12-31"] for given, _ in NAMES for _, family in NAMES],
        [["محمد بن سلمان 🦄", "", ""], ["יוסף כהן", "", "1"], ["x" * 1_000_000, "", ""]],
    ],
    ids=["one row", "all rows equal", "one mailbox, year 9999", "other scripts, 1 MB"],
)
def test_odd_files_work(tmp_path: Path, rows: list[list[str]]) -> None:
    write(tmp_path / "odd.csv", ["Name", "Email", "Birth date"], rows, ",")
    code, said = run(tmp_path, "odd.csv")
    assert code == 0, said
    crosswalk = table(tmp_path, "crosswalk.parquet", "row_number, customer_id, status")
    assert [row[0] for row in crosswalk] == list(range(len(rows)))
    assert all(row[1] > 0 for row in crosswalk)
    assert len({row[1] for row in crosswalk}) == len({tuple(row) for row in rows})


def test_earlier_results_stay_when_the_disk_is_full(tmp_path: Path) -> None:
    write(tmp_path / "kunden.csv", GERMAN, german_rows())
    (tmp_path / "out").mkdir()
    (tmp_path / "out/crosswalk.parquet").write_text("of an earlier run")

    def little_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))

    code, said = run(tmp_path, "kunden.csv", preexec_fn=little_room)
    assert code in (4, 8), said
    assert [path.read_text() for path in (tmp_path / "out").iterdir()] == ["of an earlier run"]


def test_control_c_leaves_nothing(tmp_path: Path) -> None:
    write(tmp_path / "kunden.csv", GERMAN, german_rows())
    process = start_cli(Home(tmp_path / "unused"), "try", str(tmp_path / "kunden.csv"), "--out", str(tmp_path / "out"))
    time.sleep(4)
    process.send_signal(signal.SIGINT)
    _, complained = process.communicate(timeout=900)
    assert process.returncode == 130, complained
    assert not (tmp_path / "out").exists()


def test_memory_grows_with_the_rows_up_to_the_machine():
    assert running.memory_limit(1000) == running.memory_limit(2_000_000) == "1.6GB"
    assert float(running.memory_limit(3_000_000)[:-2]) == pytest.approx(2.4)
    assert float(running.memory_limit(10**12)[:-2]) < os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
