"""The reference seeds are what their script makes of the pinned libraries, and say what the libraries say."""

from __future__ import annotations

import csv
import random
import subprocess
import sys

import duckdb
import phonenumbers
import pytest
from macro_sql import macro_sql

from customer_master.home import PROJECT_DIR

SEEDS = PROJECT_DIR / "seeds" / "reference"
# Columns that are joined to folded text: they must be fixed points of fold_text.
FOLDED = {
    "country_names": "country_key",
    "legal_forms": "legal_form_key",
    "nicknames": "name_key",
    "organization_words": "word_key",
    "regions": "region_key",
    "street_types": "street_type_key",
}


def rows(name: str) -> list[dict[str, str]]:
    with (SEEDS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_generated_seeds_are_up_to_date(tmp_path):
    script = PROJECT_DIR / "scripts" / "make_reference_seeds.py"
    subprocess.run([sys.executable, str(script), str(tmp_path)], check=True, cwd=PROJECT_DIR)
    made = sorted(file.name for file in tmp_path.iterdir())
    assert "phone_plans.csv" in made and "README.md" in made
    stale = [name for name in made if (tmp_path / name).read_bytes() != (SEEDS / name).read_bytes()]
    assert not stale, f"run `python scripts/make_reference_seeds.py`: {stale} differ from what it writes"


@pytest.mark.parametrize(("seed", "column"), FOLDED.items())
def test_keys_are_folded_as_the_models_fold(seed, column):
    keys = sorted({row[column] for row in rows(seed)})
    found = duckdb.execute(
        f"select x from (select unnest($1::varchar[]) as x) where {macro_sql('fold_text', 'x')} is distinct from x",
        [keys],
    ).fetchall()
    assert not found, f"seeds/reference/{seed}.csv, column {column}: not folded"


@pytest.mark.parametrize("seed", [file.stem for file in sorted(SEEDS.glob("*.csv"))])
def test_no_seed_is_large(seed):
    assert 0 < (SEEDS / f"{seed}.csv").stat().st_size < 1_000_000


COUNTRIES = ["US", "GB", "DE", "FR", "ES", "IT", "NL", "BE", "AT", "CH", "PT", "IE", "DK", "SE", "NO", "FI", "PL", "CZ"]


@pytest.mark.parametrize("region", [*COUNTRIES, "CA", "AU", "NZ", "BR", "MX", "JP"])
def test_phone_plans_agree_with_phonenumbers(region):
    code = phonenumbers.country_code_for_region(region)
    plan = {
        (row["leading_digits"], int(row["national_length"])): row["phone_type"]
        for row in rows("phone_plans")
        if row["calling_code"] == str(code)
    }
    prefixes = sorted(prefix for prefix, _ in plan)
    generator = random.Random(region)
    different = []
    for _ in range(300):
        length = generator.choice(sorted({length for _, length in plan}))
        start = generator.choice([generator.choice(prefixes), str(generator.randint(1, 9))])[:length]
        national = start + "".join(str(generator.randint(0, 9)) for _ in range(length - len(start)))
        zeros = len(national) - len(national.lstrip("0"))
        number = phonenumbers.PhoneNumber(code, int(national or 0), None, zeros > 0 or None, zeros or None)
        said = [plan[national[:digits], length] for digits in range(1, 8) if (national[:digits], length) in plan]
        in_plan = said[-1:] not in ([], ["unassigned"])
        if in_plan != phonenumbers.is_valid_number(number):
            different.append(national)
    assert not different
