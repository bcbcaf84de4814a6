"""50,000 rows with one mailbox, one switchboard and one postal code: no more pairs for it, and the keys are named."""

from __future__ import annotations

import re

import duckdb
import pytest
from conftest import run_cli

from customer_master.home import PROJECT_DIR, Home

ROWS = 50_000
NAMES = PROJECT_DIR / "customer_master" / "generate" / "data"
# Names drawn evenly and a street each; the rest is the same in all rows. One row in fifty is there twice.
FILE = """
copy (
    with given as (select distinct name, row_number() over () as no from read_csv('{names}/given_names.csv')),
    family as (select distinct name, row_number() over () as no from read_csv('{names}/family_names.csv')),
    people as (
        select
            range as no,
            1 + hash(range) % (select max(no) from given) as given_no,
            1 + hash(range, 7) % (select max(no) from family) as family_no
        from range({rows})
    ),
    records as (
        select
            given.name as first_name,
            family.name as last_name,
            {shared},
            'Ring ' || people.no as street,
            people.no
        from people
        inner join given on people.given_no = given.no
        inner join family on people.family_no = family.no
    )
    select * exclude (no) from records
    union all
    select * exclude (no) from records where no % 50 = 0
) to '{path}' (header)
"""
SHARED = """'info@ringstrasse.de' as email, '+49 30 901820' as phone, '10115' as postal_code, 'Berlin' as city,
'DE' as country"""


def test_keys_of_all_rows_make_no_pairs_and_are_named(tmp_path):
    path, out = tmp_path / "skewed.csv", tmp_path / "out"
    duckdb.execute(FILE.format(names=NAMES, rows=ROWS, shared=SHARED, path=path))
    code, said = run_cli(Home(tmp_path), "try", str(path), "--out", str(out))
    assert code == 0, said
    # One of the shared keys alone would make 1,300 million pairs; names that are the same make some.
    pairs = int(re.search(r"Learned from ([\d,]+) pairs", said)[1].replace(",", ""))
    assert pairs < 40 * ROWS
    report = (out / "report.html").read_text(encoding="utf-8")
    skipped = set(re.findall(r"<bdi>([^<]*)</bdi>: 51,000\srows", report))
    assert {"info@ringstrasse.de", "+4930901820", "ringstrasse.de"} <= skipped
    customers = int(re.search(r"([\d,]+)  customers", said)[1].replace(",", ""))
    assert customers == pytest.approx(ROWS, rel=0.01)
