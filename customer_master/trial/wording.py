"""Words and numbers of the report: what a value looks like on the page, and whether two values say the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from customer_master.trial.report import Example, ReportData

LONGEST_VALUE = 80
NBSP = "\N{NO-BREAK SPACE}"

DECISIONS = {
    "match": "one customer",
    "review": "for a person to decide",
    "related": "related, but two customers",
    "non_match": "two customers",
    "cut": "kept apart by a hard rule",
}
KINDS = {"typical": "A typical match", "doubtful": "A doubtful pair"}

# Marks that turn the direction of the text after them; a page isolates each value instead.
_DIRECTION_MARKS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
# What HTML may not hold is shown as its picture (NUL as ␀), or as the replacement character.
_PICTURES = {code: 0x2400 + code for code in range(32) if code not in (9, 10, 13)} | {127: 0x2421}
_NO_CHARACTERS = re.compile("[\x80-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")

# Marks piled on one letter would cover the lines above it; four are more than any language writes.
_MARK = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_PILED_MARKS = re.compile(f"({_MARK}{{4}}){_MARK}+")


def shown(value: object, longest: int = LONGEST_VALUE) -> str:
    """A value as the page shows it: 'a' * 1000 -> 'aaa…aaa… (1,000 characters)', 'a\\0' -> 'a␀'."""
    text = "" if value is None else str(value)
    length = len(text)
    if length > longest:
        text = text[:longest]
    clean = _NO_CHARACTERS.sub("\ufffd", text.translate(_DIRECTION_MARKS | _PICTURES))
    clean = _PILED_MARKS.sub(r"\1", clean)
    if length <= longest:
        return clean
    return f"{clean.rstrip()}… ({length:,} characters)"


def isolated(value: object, longest: int = 48) -> str:
    """A text for SVG, where <bdi> does not exist: between marks that keep its direction to itself."""
    text = shown(value)
    cut = text if len(text) <= longest else f"{text[:longest].rstrip()}…"
    return f"\N{FIRST STRONG ISOLATE}{cut}\N{POP DIRECTIONAL ISOLATE}"


def spelled(name: str) -> str:
    """street_address -> street address; person.same_email -> person: same email; a header stays as it is."""
    is_ours = re.fullmatch(r"[a-z0-9_]+(\.[a-z0-9_]+)?", name)
    return name.replace("_", " ").replace(".", ": ") if is_ours and len(name) <= LONGEST_VALUE else shown(name)


def number(value: float) -> str:
    """12345 -> 12,345."""
    return f"{value:,.0f}"


def counted(count: int, one: str, several: str = "") -> str:
    """(1, 'row') -> '1 row'; (1200, 'row') -> '1,200 rows'."""
    return f"{count:,}{NBSP}{one if count == 1 else several or one + 's'}"


def percent(probability: float) -> str:
    """0.9996 -> '99.96 %'; never rounds to 0 or 100 what is neither."""
    value = probability * 100
    if 0 < value < 0.01:
        return f"less than 0.01{NBSP}%"
    if 99.99 < value < 100:
        return f"more than 99.99{NBSP}%"
    digits = 0 if abs(value - round(value)) < 1e-9 else 1 if 1 <= value <= 99 else 2
    return f"{value:.{digits}f}{NBSP}%"


def share(part: float) -> str:
    """0.71 -> '71.0 %', for tables; never rounds to 0 or 100 what is neither."""
    return percent(part) if part in (0, 1) else f"{min(max(part * 100, 0.1), 99.9):.1f}{NBSP}%"


def bits(weight: float) -> str:
    """8.1267 -> '+8.13', with a real minus sign."""
    return f"{weight:+.2f}".replace("-", "\N{MINUS SIGN}")


def duration(seconds: float) -> str:
    """8.04 -> '8.0 s'; 75 -> '1 min 15 s'."""
    if seconds < 59.95:
        return f"{seconds:.1f}{NBSP}s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}{NBSP}min {rest}{NBSP}s"


def memory(count: int) -> str:
    """412_000_000 -> '412 MB'."""
    return f"{count / 1e9:.1f}{NBSP}GB" if count >= 1e9 else f"{count / 1e6:,.0f}{NBSP}MB"


def headline(data: ReportData) -> str:
    """The result in one sentence."""
    if data.row_count == 0:
        return "There are no rows."
    verb = "is" if data.row_count == 1 else "are"
    result = f"{counted(data.row_count, 'row')} {verb} {counted(data.customer_count, 'customer')}"
    if data.duplicate_rows == 0:
        return f"{result}." if data.row_count == 1 else f"{result}: nobody is there twice."
    repeat = "repeats" if data.duplicate_rows == 1 else "repeat"
    return f"{result}; {counted(data.duplicate_rows, 'row')} {repeat} somebody."


def name_of(example: Example) -> str:
    """What to call an example customer."""
    golden = example.golden
    parts = " ".join(filter(None, (golden.get("given_name"), golden.get("family_name"))))
    name = golden.get("full_name") or parts or golden.get("organization_name")
    return shown(name or f"customer {example.customer_id}")


def attributes_of(rows: Iterable[Mapping[str, str | None]]) -> list[str]:
    """The attributes that any of the rows holds, in the order they first come up."""
    return list({name: None for row in rows for name, value in row.items() if value})


def agreement(attribute: str, value: str | None, other: str | None) -> str:
    """'missing', 'alone' (nothing to hold it against), 'same', 'alike' (written otherwise) or 'different'."""
    if not value:
        return "missing"
    if not other:
        return "alone"
    if value == other:
        return "same"
    return "alike" if _alike(attribute, value, other) else "different"


def _alike(attribute: str, value: str, other: str) -> bool:
    """Whether two values differ only in spelling: case, accents, punctuation, order of words, country code."""
    if attribute.endswith(("_date", "_at")):
        return _same_date(value[:40], other[:40])
    # A person sees no difference that comes after 500 characters.
    one, another = _folded(value[:500]), _folded(other[:500])
    if not one or not another:
        return False
    if sorted(one.split()) == sorted(another.split()) or one.replace(" ", "") == another.replace(" ", ""):
        return True
    return attribute == "phone" and _same_phone(one, another)


def _folded(text: str) -> str:
    """'Ána-María ' -> 'ana maria'."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in bare.casefold()).split())


def _same_phone(one: str, another: str) -> bool:
    """Whether one number is the other without its country code or leading zero."""
    digits = sorted((re.sub(r"\D", "", text).lstrip("0") for text in (one, another)), key=len)
    return len(digits[0]) >= 6 and digits[1].endswith(digits[0])


def _same_date(one: str, another: str) -> bool:
    """Whether two spellings have the same numbers; where both begin with the year, the order counts too."""
    if all(re.match(r"\d{4}\D", text) for text in (one, another)):
        return re.findall(r"\d+", one)[:3] == re.findall(r"\d+", another)[:3]
    years_short = (sorted(int(part[-2:]) for part in re.findall(r"\d+", text)[:3]) for text in (one, another))
    return next(years_short) == next(years_short)


FILTERS = {
    function.__name__: function
    for function in (shown, isolated, spelled, number, percent, share, bits, duration, memory, name_of)
}
