"""Makes a text file readable for DuckDB: UTF-8, one kind of line end, no NUL bytes; finds delimiter and header."""

from __future__ import annotations

import codecs
import csv
import io
import re
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from customer_master.errors import BadInput
from customer_master.headers import guess_attribute

DELIMITERS = (",", ";", "\t", "|")
BLOCK_BYTES = 1 << 23
SAMPLE_BYTES = 1 << 20
SAVE_AS_UTF8 = 'Save the file as UTF-8 (in Excel: "CSV UTF-8") and try again.'
EXPORT_AS_CSV = "Export the table as CSV or Parquet and try again."
MAGIC_BYTES = {
    b"PK\x03\x04": ("an Excel workbook or a zip archive", 'Save the sheet as "CSV UTF-8", or unpack the archive.'),
    b"\xd0\xcf\x11\xe0": ("an old Excel workbook", 'Save the sheet as "CSV UTF-8".'),
    b"\x1f\x8b": ("gzip-compressed", "Unpack it first: gunzip -k FILE"),
    b"BZh": ("bzip2-compressed", "Unpack it first: bunzip2 -k FILE"),
    b"\x28\xb5\x2f\xfd": ("zstd-compressed", "Unpack it first: zstd -d FILE"),
    b"%PDF": ("a PDF document", EXPORT_AS_CSV),
    b"SQLite format 3": ("an SQLite database", EXPORT_AS_CSV),
    b"ARROW1": ("an Arrow file", EXPORT_AS_CSV),
    b"Obj\x01": ("an Avro file", EXPORT_AS_CSV),
}


@dataclass
class TextFile:
    """A file that DuckDB can read: `path` is the file itself, or a copy of it in UTF-8."""

    path: Path
    encoding: str
    delimiter: str
    header: list[str]
    escape: str = '"'
    lines_to_skip: int = 0
    warnings: list[str] = field(default_factory=list)


@dataclass
class Bytes:
    """What one pass over the bytes of a file found."""

    encoding: str
    nul_count: int = 0
    mixed_line_ends: bool = False


def prepare_text(path: Path, folder: Path) -> TextFile:
    """The file, or a cleaned copy of it in `folder`; raises BadInput when it is no text with a header row."""
    _refuse_other_types(path)
    found = _scan(path)
    readable, warnings = path, []
    if found.encoding not in ("utf-8", "utf-8-sig") or found.nul_count or found.mixed_line_ends:
        readable = folder / "utf8.csv"
        _rewrite(path, found, readable)
    if found.encoding == "windows-1252":
        warnings.append(f"{path.name} is not UTF-8 and was read as Windows-1252: look whether its accents are right.")
    if found.nul_count:
        warnings.append(f"{path.name}: {found.nul_count} NUL bytes were left out.")
    with readable.open("rb") as file:
        raw = file.read(SAMPLE_BYTES)
        is_whole = not file.read(1)
    text = raw.decode("utf-8-sig", "ignore").replace("\r\n", "\n").replace("\r", "\n")
    lines_to_skip, told = _told_delimiter(text)
    if lines_to_skip:
        text = text.partition("\n")[2]
    delimiter = told or _find_delimiter(text, is_whole)
    header = next(_records(text, delimiter), [])
    if not any(cell.strip() for cell in header):
        raise BadInput(f"{path}: the first line is empty.", "The first line must hold the names of the columns.")
    _refuse_missing_header(path, header)
    # MySQL writes a quote inside a value as \\", everybody else as "".
    escape = "\\" if re.search(r'\\"[^,;\t|\n]', text) else '"'
    encoding = found.encoding.removesuffix("-sig")
    return TextFile(readable, encoding, delimiter, header, escape, lines_to_skip, warnings)


def _refuse_other_types(path: Path) -> None:
    with path.open("rb") as file:
        start = file.read(64)
    for magic, (what, todo) in MAGIC_BYTES.items():
        if start.startswith(magic):
            raise BadInput(f"{path} is {what}, not a CSV or Parquet file.", todo)
    text = start.lstrip(b"\xef\xbb\xbf \t\r\n")
    if path.suffix.lower() in (".json", ".jsonl", ".ndjson") or text.startswith((b'{"', b"[{")):
        todo = f"Turn it into Parquet first: duckdb -c \"copy (from read_json_auto('{path}')) to 'customers.parquet'\""
        raise BadInput(f"{path} is a JSON file, not a CSV or Parquet file.", todo)
    if text.startswith((b"<?xml", b"<html", b"<!DOCTYPE", b"<!doctype", b"<table")):
        raise BadInput(f"{path} is an XML or HTML file, not a CSV or Parquet file.", EXPORT_AS_CSV)


def _scan(path: Path) -> Bytes:
    """One pass: is it UTF-8, how many NUL bytes, and do lines end in one way only."""
    with path.open("rb") as file:
        start = file.read(4)
        if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return Bytes("utf-16", mixed_line_ends=True)
        file.seek(0)
        found = Bytes("utf-8-sig" if start.startswith(codecs.BOM_UTF8) else "utf-8")
        decoder = codecs.getincrementaldecoder("utf-8")()
        crlf = line_feeds = returns = size = 0
        last = b""
        while block := file.read(BLOCK_BYTES):
            size += len(block)
            found.nul_count += block.count(0)
            line_feeds += block.count(b"\n")
            if b"\r" in block or last == b"\r":
                returns += block.count(b"\r")
                crlf += block.count(b"\r\n") + (last == b"\r" and block[:1] == b"\n")
            last = block[-1:]
            if found.encoding != "windows-1252":
                try:
                    decoder.decode(block)
                except UnicodeDecodeError:
                    found.encoding = "windows-1252"
        if found.encoding != "windows-1252" and decoder.getstate()[0]:
            found.encoding = "windows-1252"
    if found.nul_count > size / 4:
        raise BadInput(f"{path} is no text: {found.nul_count} of its {size} bytes are NUL (UTF-16?).", SAVE_AS_UTF8)
    found.mixed_line_ends = (crlf > 0) + (line_feeds > crlf) + (returns > crlf) > 1
    if found.encoding == "windows-1252":
        _refuse_damaged_text(path)
    return found


def _refuse_damaged_text(path: Path) -> None:
    """UTF-8 with a few broken bytes must not become Windows-1252 as a whole; nor may text that is neither."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    good = bad = line = first_bad = first_undefined = 0
    with path.open("rb") as file:
        while block := file.read(BLOCK_BYTES):
            text = decoder.decode(block)
            broken = text.count("�")
            if broken and not first_bad:
                first_bad = line + text[: text.index("�")].count("\n") + 1
            bad += broken
            good += len(text) - len(text.encode("ascii", "ignore")) - broken
            undefined = re.search(rb"[\x81\x8d\x8f\x90\x9d]", block)
            if undefined and not first_undefined:
                first_undefined = line + block[: undefined.start()].count(b"\n") + 1
            line += block.count(b"\n")
    if good > bad:
        raise BadInput(f"{path}, line {first_bad}: not UTF-8, although the rest of the file is.", SAVE_AS_UTF8)
    if first_undefined:
        raise BadInput(f"{path}, line {first_undefined}: neither UTF-8 nor Windows-1252.", SAVE_AS_UTF8)


def _rewrite(path: Path, found: Bytes, to: Path) -> None:
    """A copy in UTF-8, with \\n at the end of lines and without NUL bytes."""
    with path.open("rb") as source, to.open("wb") as copy:
        decoder = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder(found.encoding)(), translate=True)
        try:
            while block := source.read(BLOCK_BYTES):
                copy.write(decoder.decode(block).replace("\0", "").encode("utf-8", "surrogatepass"))
            copy.write(decoder.decode(b"", final=True).encode())
        except UnicodeDecodeError as error:
            raise BadInput(f"{path} is no {found.encoding}: {error.reason}.", SAVE_AS_UTF8) from None


def _told_delimiter(text: str) -> tuple[int, str]:
    """Excel may say it in a first line of its own: 'sep=;'."""
    told = re.match(r'"?sep=([,;\t|])"?\n', text, re.IGNORECASE)
    return (1, told[1]) if told else (0, "")


def _records(text: str, delimiter: str) -> csv._reader:
    csv.field_size_limit(max(csv.field_size_limit(), SAMPLE_BYTES))
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True)


def _find_delimiter(text: str, is_whole: bool) -> str:
    """The one that parts most of the first records into as many values as the header has names, then into most."""
    best = (0.0, 1, ",")
    for delimiter in DELIMITERS:
        counts = [len(record) for record in islice(_records(text, delimiter), 300) if record]
        if not is_whole and len(counts) > 1:
            counts.pop()
        if counts and counts[0] > 1:
            alike = counts.count(counts[0]) / len(counts)
            best = max(best, (round(alike, 1), counts[0], delimiter))
    return best[2]


def _refuse_missing_header(path: Path, header: list[str]) -> None:
    cells = [cell.strip() for cell in header if cell.strip()]
    data = [cell for cell in cells if re.fullmatch(r"[\d./:+ -]*\d[\d./:+ -]*", cell)]
    mails = [cell for cell in cells if re.fullmatch(r"[^@\s]+@[^@\s]+\.[a-zA-Z]+", cell)]
    if mails or (2 * len(data) >= len(cells) and not any(guess_attribute(cell) for cell in cells)):
        raise BadInput(
            f"{path}: the first line looks like a record, not like a header ({(mails or data)[0]!r}).",
            "Put a line with the names of the columns on top, for example: name,email,phone",
        )
