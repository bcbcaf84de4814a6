"""Agreement of what the standardized layer makes of identifiers with the libraries that know best.

`pytest tests/python/test_identifier_oracles.py -s` prints what was measured; DECISIONS.md explains what stays.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable
from importlib import import_module

import duckdb
import stdnum.iban
import stdnum.lei
import stdnum.numdb
from macro_sql import macro_sql
from oracle_agreement import ALPHANUMERIC, LEAST_AGREEMENT, LEAST_CASES, compare, of_shape, rows_of

# Kind, shape (9 a digit, A a letter, # either, anything else itself), oracle.
IDENTIFIERS = [
    ("vat_at", "U99999999", "at.uid"),
    ("vat_be", "0999999999", "be.vat"),
    ("vat_bg", "999999999", "bg.vat"),
    ("vat_bg", "9999999999", "bg.vat"),
    ("vat_ch", "E999999999", "ch.vat"),
    ("vat_cy", "99999999A", "cy.vat"),
    ("vat_cz", "99999999", "cz.dic"),
    ("vat_cz", "699999999", "cz.dic"),
    ("vat_cz", "8055199999", "cz.dic"),
    ("vat_de", "999999999", "de.vat"),
    ("vat_dk", "99999999", "dk.cvr"),
    ("vat_ee", "999999999", "ee.kmkr"),
    ("vat_es", "A99999999", "es.nif"),
    ("vat_fi", "99999999", "fi.alv"),
    ("vat_fr", "99999999999", "fr.tva"),
    ("vat_fr", "A9999999999", "fr.tva"),
    ("vat_gb", "999999999", "gb.vat"),
    ("vat_gb", "999999999001", "gb.vat"),
    ("vat_gr", "999999999", "gr.vat"),
    ("vat_hr", "99999999999", "hr.oib"),
    ("vat_hu", "99999999", "hu.anum"),
    ("vat_ie", "9999999A", "ie.vat"),
    ("vat_ie", "9999999AA", "ie.vat"),
    ("vat_ie", "9A99999A", "ie.vat"),
    ("vat_it", "99999990999", "it.iva"),
    ("vat_lt", "999999919", "lt.pvm"),
    ("vat_lt", "999999999919", "lt.pvm"),
    ("vat_lu", "99999999", "lu.tva"),
    ("vat_lv", "99999999999", "lv.pvn"),
    ("vat_lv", "12058019999", "lv.pvn"),
    ("vat_mt", "99999999", "mt.vat"),
    ("vat_nl", "999999999B01", "nl.btw"),
    ("vat_nl", "999999999B99", "nl.btw"),
    ("vat_no", "999999999", "no.mva"),
    ("vat_pl", "9999999999", "pl.nip"),
    ("vat_pt", "999999999", "pt.nif"),
    ("vat_ro", "99999999", "ro.cf"),
    ("vat_ro", "9999", "ro.cf"),
    ("vat_ro", "1800512149999", "ro.cf"),
    ("vat_se", "999999999901", "se.vat"),
    ("vat_si", "99999999", "si.ddv"),
    ("vat_sk", "9999999999", "sk.dph"),
    ("vat_xi", "999999999", "gb.vat"),
    ("lei", "##################99", "lei"),
    ("ein", "999999999", "us.ein"),
    ("ssn", "999999999", "us.ssn"),
    ("utr", "9999999999", "gb.utr"),
    ("steuer_id", "99999999999", "de.idnr"),
    ("steuernummer", "9999999999", "de.stnr"),
    ("steuernummer", "9999099999999", "de.stnr"),
    ("siren", "999999999", "fr.siren"),
    ("siret", "99999999999999", "fr.siret"),
    ("siret", "35600000099999", "fr.siret"),
    ("nir", "180057501299999", "fr.nir"),
    ("nir", "280052A01299999", "fr.nir"),
    ("nif", "99999999A", "es.nif"),
    ("nif", "X9999999A", "es.nie"),
    ("nif", "B99999999", "es.cif"),
    ("nif", "Q9999999A", "es.cif"),
]
# Swiss and Norwegian numbers are kept without MWST, TVA, IVA or MVA.
WITHOUT_SUFFIX = {
    "vat_ch": lambda text: import_module("stdnum.ch.vat").is_valid(f"CH{text}MWST"),
    "vat_no": lambda text: import_module("stdnum.no.mva").is_valid(f"{text}MVA"),
}


def made_valid(text: str, is_valid: Callable[[str], bool], chance: random.Random) -> str | None:
    """The text with one or two characters changed so that it passes, if that can be done."""
    for _ in range(40):
        place = chance.randrange(len(text))
        kind = ALPHANUMERIC[:10] if text[place].isdigit() else ALPHANUMERIC[10:]
        for other in kind:
            changed = text[:place] + other + text[place + 1 :]
            if is_valid(changed):
                return changed
        text = text[:place] + chance.choice(kind) + text[place + 1 :]
    return None


def damaged(text: str, chance: random.Random) -> Iterable[str]:
    place = chance.randrange(len(text) - 1)
    digit = chance.choice(ALPHANUMERIC[:10])
    yield text[:place] + digit + text[place + 1 :]
    yield text[:place] + text[place + 1] + text[place] + text[place + 2 :]
    yield text[:-1]
    yield text + digit
    yield text[:place] + chance.choice(ALPHANUMERIC) + text[place + 1 :]


def identifier_cases(chance: random.Random) -> Iterable[tuple[str, str, bool]]:
    for kind, shape, oracle in IDENTIFIERS:
        is_valid = WITHOUT_SUFFIX.get(kind) or import_module(f"stdnum.{oracle}").is_valid
        for _ in range(32):
            random_text = of_shape(shape, chance)
            right = made_valid(random_text, is_valid, chance)
            for text in (random_text, *([right, *damaged(right, chance)] if right else [])):
                yield kind, text, is_valid(text)


def test_identifiers(report):
    cases = list(identifier_cases(random.Random(2)))
    query, columns = rows_of([(kind, text) for kind, text, _ in cases], "kind x")
    prefix = "case when kind like 'vat_%' then '--' else '' end"
    found = duckdb.execute(
        f"select coalesce({macro_sql('is_identifier', 'kind', 'x')}, false)"
        f" from (select record_no, kind, {prefix} || x as x from ({query})) order by record_no",
        columns,
    ).fetchall()
    assert {kind for kind, _, valid in cases if valid} == {kind for kind, _, _ in IDENTIFIERS}
    measured = compare(
        report, "is_identifier", [((k,), text) for k, text, _ in cases], [v for _, _, v in cases], [f for (f,) in found]
    )
    assert measured.cases >= LEAST_CASES
    assert measured.agreement >= LEAST_AGREEMENT


def iban_rows(chance: random.Random) -> list[tuple[str]]:
    """Account numbers of every country, right ones and damaged ones."""
    letters = {"n": "9", "a": "A", "c": "#"}
    structures = {
        country: "".join(letters[kind] * int(count) for count, kind in re.findall(r"(\d+)!(\w)", found["bban"]))
        for _, country, _, found, _ in stdnum.numdb.get("iban").prefixes
    }
    cases = []
    for country, structure in structures.items():
        for number in range(24):
            # Most banks use digits only where letters are allowed too.
            account = of_shape(structure.replace("#", "9") if number % 2 else structure, chance)
            for _ in range(400 if country in ("BE", "ES", "NO") else 1):
                text = country + stdnum.iban.calc_check_digits(f"{country}00{account}") + account
                if stdnum.iban.is_valid(text):
                    break
                account = of_shape(structure, chance)
            cases += [(text,), *((wrong,) for wrong in damaged(text, chance))]
    return cases


def test_ibans(report):
    cases = iban_rows(random.Random(3))
    query, columns = rows_of(cases, "x")
    found = duckdb.execute(f"select {macro_sql('is_iban', 'x')} from ({query}) order by record_no", columns).fetchall()
    expected = [stdnum.iban.is_valid(text) for (text,) in cases]
    measured = compare(report, "is_iban", [((text[:2],), text) for (text,) in cases], expected, [f for (f,) in found])
    assert measured.cases >= LEAST_CASES
    assert measured.agreement >= LEAST_AGREEMENT
