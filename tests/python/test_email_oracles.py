"""Agreement of what the standardized layer makes of e-mail addresses with the libraries that know best.

`pytest tests/python/test_email_oracles.py -s` prints what was measured; DECISIONS.md explains what stays.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable

import duckdb
import email_validator
from macro_sql import macro_sql
from oracle_agreement import LEAST_AGREEMENT, LEAST_CASES, compare, rows_of


def oracle_email(text: str) -> bool:
    try:
        email_validator.validate_email(text, check_deliverability=False, strict=True)
    except email_validator.EmailNotValidError:
        return False
    return True


def addresses(chance: random.Random) -> Iterable[tuple[str, str]]:
    """Addresses as people have them, and with a slip; always in lower case."""
    names = "anna jörg françois o'neil maría-josé ana.maría li x muller info søren łukasz 0815 a.b.c".split()  # noqa: SIM905
    hosts = "gmail web gmx t-online müller-bau a-b example-shop x1 1und1 société dřevo uni-köln xn--mller-kva".split()  # noqa: SIM905
    ends = "com de co.uk fr es it info museum com.br рф 东京 store xn--p1ai".split()  # noqa: SIM905
    letters = "abcxyz0189._-+!#$%&'*/=?^{|}~ ,;:()<>[]\\\"@é"
    for _ in range(1_200):
        local = chance.choice(names) + chance.choice(["", ".", "_", "-", "+"]) + chance.choice(names)
        domain = chance.choice(["", "", "mail.", "a.b."]) + chance.choice(hosts) + "." + chance.choice(ends)
        text = f"{local}@{domain}"
        yield "as it is", text
        place = chance.randrange(len(text))
        yield "character added", text[:place] + chance.choice(letters) + text[place:]
        yield "character changed", text[:place] + chance.choice(letters) + text[place + 1 :]
        yield "character lost", text[:place] + text[place + 1 :]
        yield "no domain", chance.choice([local, f"{local}@", f"@{domain}", f"{local}@{domain.split('.')[0]}"])
        yield "dots", text.replace(chance.choice("@."), chance.choice(["..", ".@", "@.", "@-", "-.", ""]), 1)
        yield (
            "long",
            chance.choice(
                [
                    "x" * chance.randint(60, 68) + f"@{domain}",
                    f"a@{'y' * chance.randint(60, 66)}.com",
                    f"a@{'abc.' * 70}de",
                ]
            ),
        )
        yield (
            "special use",
            f"{local}@{chance.choice(hosts)}.{chance.choice(['test', 'local', 'invalid', 'localhost', 'c0', '12'])}",
        )
        yield "made of pieces", "".join(chance.choice([*names, *hosts, ".", "@", "-", "+", "."]) for _ in range(5))


def test_emails(report):
    chance = random.Random(4)
    cases = [(kind, text.lower()) for kind, text in addresses(chance)]
    query, columns = rows_of([(text,) for _, text in cases], "x")
    found = duckdb.execute(f"select {macro_sql('is_email', 'x')} from ({query}) order by record_no", columns).fetchall()
    expected = [oracle_email(text) for _, text in cases]
    measured = compare(report, "is_email", [((k,), t) for k, t in cases], expected, [f for (f,) in found])
    valid = [text for (_, text), wanted in zip(cases, expected, strict=True) if wanted and oracle_email(text)]
    wrapped = [
        ((kind,), style.format(text.upper() if kind == "capitals" else text), text)
        for text in valid
        if not re.search(r"[,;<>]|^['.]|['.]$", text)
        for kind, style in chance.sample(WRAPPINGS, 4)
    ]
    query, columns = rows_of([(typed,) for _, typed, _ in wrapped], "x")
    found = duckdb.execute(
        f"select {macro_sql('standardize_email', 'x')} from ({query}) order by record_no", columns
    ).fetchall()
    typed = compare(
        report, "standardize_email", [(k, t) for k, t, _ in wrapped], [w for *_, w in wrapped], [f for (f,) in found]
    )
    assert min(measured.cases, typed.cases) >= LEAST_CASES
    assert min(measured.agreement, typed.agreement) >= LEAST_AGREEMENT


WRAPPINGS = [
    ("plain", "{}"),
    ("capitals", "{}"),
    ("blanks", "  {} "),
    ("name and brackets", "Anna Berg <{}>"),
    ("brackets", "<{}>"),
    ("link", "mailto:{}"),
    ("quoted", '"{}"'),
    ("full stop", "{}."),
    ("semicolon", "{};"),
    ("two", "{}; info@example.com"),
    ("two with comma", "{}, b@web.de"),
]
