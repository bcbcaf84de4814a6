"""Learns the match parameters from the records themselves, without labels.

dbt builds up to the counted patterns with the shipped parameters (pipeline.train), so that no earlier training has a
say; numpy fits the mixture; a parameter version goes to the inbox, and the next build uses it.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import numpy as np

from customer_master import mixture, warehouse
from customer_master.errors import BadInput
from customer_master.home import PROJECT_DIR, Home
from customer_master.mixture import Fit, Parameters, Patterns
from customer_master.project import Comparisons, comparison_levels, project_comparisons

SEED = PROJECT_DIR / "seeds" / "rules" / "match_model_parameters.csv"
SHARES = "class_share"
FEWEST_PAIRS = 200
FEWEST_MATCHES = 50
STARTS = 20
STABLE = 0.999
# A fit that is less likely than the best by more than this (natural logarithm: one in 150) is no rival to it.
AS_LIKELY = 5.0
# Other starts climb on the commonest patterns, so that 20 more fits stay quick.
STABILITY_PATTERNS = 2000

Row = tuple[str, str, int, str, float, float, float]

# What else belongs to a parameter version: inbox table -> what the build counted.
COUNTED = {
    "match_term_frequencies": "select term_kind, term, frequency from intermediate.match_term_counts",
    "match_oversized_keys": "select distinct blocking_rule, key_text from intermediate.blocking_large_keys",
}

# What is assumed of an attribute compared as text, until records tell more: level, label, p_match, p_related, p_other.
TEXT_LEVELS = (
    (0, "different", 0.15, 0.8, 0.9),
    (1, "similar", 0.1, 0.05, 0.03),
    (2, "same", 0.75, 0.15, 0.07),
)


@dataclass(frozen=True)
class ModelTraining:
    """What was learned for persons or for organizations."""

    match_model: str
    comparisons: tuple[str, ...]
    parameters: Parameters
    pair_count: int
    trained: bool
    stability: float | None
    summary: str
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class Training:
    """A parameter version, as written to the inbox."""

    parameter_version: str
    record_count: int
    pair_count: int
    models: tuple[ModelTraining, ...]

    @property
    def warnings(self) -> tuple[str, ...]:
        """What to know about the match models; one without a single pair decides nothing."""
        compared = [model for model in self.models if model.pair_count]
        return tuple(f"{model.match_model}: {warning}" for model in compared for warning in model.warnings)


def train(home: Home, *, write_seed: bool = False, comparisons: Comparisons | None = None) -> Training:
    """Fits every match model to the pattern counts in the work database and writes a parameter version to the inbox.

    `comparisons`: what the counts were made with, where that is not what dbt_project.yml says.
    """
    shipped = read_rows() + text_rows(comparisons or project_comparisons())
    with warehouse.open_work(home, read_only=False) as database:
        models = tuple(
            fit_model(name, read_patterns(database, number, levels), shipped_parameters(shipped, name, levels))
            for number, (name, levels) in enumerate(comparison_levels(comparisons).items(), start=1)
        )
        rows = [row for model in models for row in parameter_rows(shipped, model)]
        version = _write_version(database, models, rows)
    if write_seed:
        write_rows(rows)
    return version


def fit_model(match_model: str, patterns: Patterns, shipped: Parameters) -> ModelTraining:
    """Fits one match model; what the data cannot support stays as shipped, with a warning."""
    if patterns.pair_count < FEWEST_PAIRS:
        reason = (
            f"only {patterns.pair_count} pairs to learn from (at least {FEWEST_PAIRS}); the shipped parameters stay"
        )
        return ModelTraining(
            match_model, patterns.comparisons, shipped, patterns.pair_count, False, None, reason, (reason,)
        )
    fit, stability = fit_from_many_starts(patterns, mixture.start_near(patterns, shipped), shipped)
    problem = unsupported(patterns, fit.parameters)
    if problem:
        reason = f"{problem}; the shipped parameters stay"
        return ModelTraining(
            match_model, patterns.comparisons, shipped, patterns.pair_count, False, None, reason, (reason,)
        )
    warnings = []
    if not fit.converged:
        warnings.append("the fit was still moving when it was stopped")
    if stability < STABLE:
        warnings.append(
            f"another reading, as likely, decides {1 - stability:.2%} of the pairs differently (at most "
            f"{1 - STABLE:.1%}): check a sample of pairs near the threshold, or use match_parameter_version: seed"
        )
    summary = describe(match_model, patterns, fit.parameters)
    return ModelTraining(
        match_model,
        patterns.comparisons,
        fit.parameters,
        patterns.pair_count,
        True,
        stability,
        summary,
        tuple(warnings),
    )


def unsupported(patterns: Patterns, parameters: Parameters) -> str | None:
    """Why a fit must not be used, if so: nothing to tell apart, or classes that have swapped their meaning."""
    matches = float(parameters.shares[0] * patterns.weights.sum())
    if matches < FEWEST_MATCHES:
        return f"about {matches:.0f} matches among {patterns.pair_count} pairs (at least {FEWEST_MATCHES})"
    for comparison, table in zip(patterns.comparisons, parameters.levels, strict=True):
        usual = np.arange(table.shape[1])
        means = (table * usual).sum(axis=1)
        if comparison.endswith("_name") and comparison != "middle_name" and means[0] <= means[1]:
            return f"matches would agree less on {comparison} than related pairs do"
    return None


def fit_from_many_starts(patterns: Patterns, start: Parameters, anchor: Parameters) -> tuple[Fit, float]:
    """The likeliest fit of the plain start and some perturbed ones, and how alike decide those that are as likely.

    The share is that of the pairs, for the least agreeing fit whose likelihood is within AS_LIKELY of the best. The
    perturbed starts climb on the commonest patterns; only where one of them ends higher does it climb on all.
    """
    commonest = [np.argsort(-n, kind="stable")[:STABILITY_PATTERNS] for n in (patterns.counts, patterns.weights)]
    sample = patterns.only(np.unique(np.concatenate(commonest)))

    def climb(start: Parameters) -> Fit:
        return mixture.fit(sample, start, anchor=anchor)

    plain = climb(start)
    others = [climb(mixture.perturbed(start, seed)) for seed in range(1, STARTS + 1)]
    others = [fit for fit in others if not unsupported(sample, fit.parameters)]
    best = max([plain, *others], key=_likelihood)
    # The plain start knows what the classes mean: another must be clearly likelier.
    chosen = best if _likelihood(best) > _likelihood(plain) + AS_LIKELY else plain
    rivals = [fit for fit in others if _likelihood(fit) >= _likelihood(best) - AS_LIKELY]
    stability = min((mixture.agreement(sample, chosen.parameters, fit.parameters) for fit in rivals), default=1.0)
    fit = mixture.fit(patterns, start, anchor=anchor)
    if chosen is not plain:
        fit = max(fit, mixture.fit(patterns, chosen.parameters, anchor=anchor), key=_likelihood)
    return fit, stability


def _likelihood(fit: Fit) -> float:
    return fit.log_likelihoods[-1]


def describe(match_model: str, patterns: Patterns, parameters: Parameters) -> str:
    """What was learned, in words."""
    match, related, other = mixture.class_probabilities(patterns, parameters) @ patterns.counts / patterns.pair_count
    telling = []
    for comparison, table in zip(patterns.comparisons, parameters.levels, strict=True):
        column = patterns.levels[:, patterns.comparisons.index(comparison)]
        compared = patterns.counts[column >= 0].sum() / patterns.pair_count
        as_match, as_rival = np.maximum(table[0], mixture.FLOOR), np.maximum(table[1:].max(axis=0), mixture.FLOOR)
        differs = as_match @ np.log2(as_match / as_rival)
        telling.append((compared * differs, comparison.replace("_", " ")))
    best = ", ".join(name for _, name in sorted(telling, reverse=True)[:3])
    return (
        f"{patterns.pair_count:,} compared {match_model} pairs: {match:.0%} matches, {related:.0%} related, "
        f"{other:.0%} neither; most telling: {best}"
    )


def read_patterns(database: duckdb.DuckDBPyConnection, model_number: int, levels: dict[str, int]) -> Patterns:
    """The counted patterns of a match model, pattern numbers taken apart into levels."""
    try:
        found = database.execute(
            """
            select
                pattern_no,
                coalesce(blocked.pair_count, 0) as pair_count,
                coalesce(random.pair_count, 0.0) as unblocked
            from (select * from intermediate.match_pattern_counts where match_model_no = $1) as blocked
            full outer join (select * from intermediate.random_pattern_counts where match_model_no = $1) as random
                using (pattern_no)
            order by pattern_no
            """,
            [model_number],
        ).fetchnumpy()
    except duckdb.CatalogException as error:
        raise BadInput("There are no compared pairs to learn from.", "Run `customer-master train`.") from error
    return patterns_of(levels, *(found[name] for name in ("pattern_no", "pair_count", "unblocked")))


def patterns_of(
    levels: dict[str, int], numbers: np.ndarray, counts: np.ndarray, unblocked: np.ndarray | float = 0.0
) -> Patterns:
    """Pattern numbers taken apart into levels, as macro pattern_level does."""
    rest = np.asarray(numbers, dtype=np.int64)
    columns = []
    for size in levels.values():
        columns.append(rest % (size + 1) - 1)
        rest = rest // (size + 1)
    counts, unblocked = (np.asarray(values, dtype=np.float64) for values in (counts, unblocked))
    return Patterns(tuple(levels), tuple(levels.values()), np.stack(columns, axis=1), counts, unblocked)


def read_rows(path: Path = SEED) -> list[Row]:
    """The rows of a parameter CSV."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            (
                r["match_model"],
                r["comparison"],
                int(r["level"]),
                r["label"],
                *(float(r[f"p_{c}"]) for c in mixture.CLASSES),
            )
            for r in csv.DictReader(file)
        ]


def write_rows(rows: Iterable[Row], path: Path = SEED) -> None:
    """Writes a parameter CSV, numbers short enough to review."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["match_model", "comparison", "level", "label", *(f"p_{c}" for c in mixture.CLASSES)])
        for *key, match, related, other in rows:
            writer.writerow([*key, *(f"{p:.6g}" for p in (match, related, other))])


def text_rows(comparisons: Comparisons) -> list[Row]:
    """The rows that comparisons of texts start from."""
    return [
        (match_model, comparison["name"], *level)
        for match_model, compared in comparisons.items()
        for comparison in compared
        if comparison.get("text")
        for level in TEXT_LEVELS
    ]


def shipped_parameters(rows: Iterable[Row], match_model: str, levels: dict[str, int]) -> Parameters:
    """The rows of one match model as arrays; levels without a row cannot occur."""
    tables = {comparison: np.zeros((3, size)) for comparison, size in levels.items()}
    shares = np.full(3, 1 / 3)
    for model, comparison, level, _, *probabilities in rows:
        if model == match_model and comparison == SHARES:
            shares = np.array(probabilities)
        elif model == match_model and comparison in tables:
            tables[comparison][:, level] = probabilities
    empty = [comparison for comparison, table in tables.items() if not table.sum(axis=1).all()]
    if empty:
        raise BadInput(
            f"seeds/rules/match_model_parameters.csv has no rows for {match_model}.{empty[0]}.",
            "Give each of its levels a row (see CONTRIBUTING.md, add a comparison).",
        )
    tables = {comparison: table / table.sum(axis=1, keepdims=True) for comparison, table in tables.items()}
    return Parameters(shares / shares.sum(), tuple(tables.values()))


def parameter_rows(shipped: Iterable[Row], model: ModelTraining) -> list[Row]:
    """A model's parameters as rows, with the shipped labels."""
    tables = dict(zip(model.comparisons, model.parameters.levels, strict=True))
    rows = []
    for match_model, comparison, level, label, *_ in shipped:
        if match_model != model.match_model:
            continue
        found = model.parameters.shares if comparison == SHARES else tables[comparison][:, level]
        # Nine digits: what the last bits of a float say must not make another version.
        rows.append((match_model, comparison, level, label, *(float(f"{max(p, mixture.FLOOR):.9g}") for p in found)))
    return rows


def _write_version(database: duckdb.DuckDBPyConnection, models: tuple[ModelTraining, ...], rows: list[Row]) -> Training:
    records = database.execute("select count(*) from intermediate.standardized_records").fetchone()[0]
    pairs = sum(model.pair_count for model in models)
    content = repr((rows, [_fingerprint(database, query) for query in COUNTED.values()])).encode()
    version = "trained-" + hashlib.sha256(content).hexdigest()[:12]
    tables = {
        "match_model_parameters": rows,
        "parameter_versions": [
            (
                datetime.now(UTC).replace(tzinfo=None),
                "the records of this home",
                records,
                pairs,
                "; ".join(model.summary for model in models),
            )
        ],
    }
    database.begin()
    for table, content_rows in tables.items():
        database.execute(f"delete from inbox.{table} where parameter_version = ?", [version])
        marks = ", ".join("?" * (1 + len(content_rows[0])))
        database.executemany(f"insert into inbox.{table} values ({marks})", [(version, *row) for row in content_rows])
    for table, query in COUNTED.items():
        database.execute(f"delete from inbox.{table} where parameter_version = ?", [version])
        database.execute(f"insert into inbox.{table} select ?, * from ({query})", [version])
    database.commit()
    return Training(version, records, pairs, models)


def _fingerprint(database: duckdb.DuckDBPyConnection, query: str) -> str:
    """One text for the rows of a query, whatever their order."""
    return database.execute(
        f"select md5(string_agg(cast(row_ as varchar), chr(10) order by row_)) from ({query}) as row_"
    ).fetchone()[0]
