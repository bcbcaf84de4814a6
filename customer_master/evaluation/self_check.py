"""What a build says about its own quality without labels: from its probabilities, its rules and its own records.

- Expected precision and recall: sums of match probabilities (of customers: a pair held together by others is as likely
  as its customer's weakest link).
- Matches that no rule made: Chao's lower bound f1^2 / (2 f2), f1 and f2 being the expected matches that just one and
  just two blocking rules made (Chao 1987, Biometrics 43: 783, the estimator for unequal capture).
- Records that cannot be matched: those that would not even match themselves (Splink calls them unlinkables).
- Stability: how many pairs are decided alike by parameters learned from a resample of the compared pairs (Poisson
  bootstrap). Pairs are drawn, not records, so this is the stability at best.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import duckdb
import numpy as np

from customer_master import mixture, warehouse
from customer_master.comparing import patterns_of_themselves
from customer_master.errors import BadInput
from customer_master.evaluation.scores import Score
from customer_master.home import Home
from customer_master.mixture import Patterns
from customer_master.project import comparison_levels, setting
from customer_master.train import (
    FEWEST_PAIRS,
    Row,
    patterns_of,
    read_patterns,
    shipped_parameters,
)

RESAMPLES = 10


@dataclass(frozen=True)
class Unlinkable:
    """Records of a match model that do not match themselves at the threshold."""

    match_model: str
    record_count: int
    unlinkable_count: int


@dataclass(frozen=True)
class Stability:
    """The share of a match model's pairs that parameters of a resample decide alike: the least and the mean share."""

    match_model: str
    least: float
    mean: float


@dataclass(frozen=True)
class SelfCheck:
    """customers, matches: what is expected of them; compared: the share of true pairs that some rule made, expected."""

    customers: Score
    matches: Score
    compared: float
    unlinkable: tuple[Unlinkable, ...]
    stability: tuple[Stability, ...]


def self_check(home: Home) -> SelfCheck:
    """Judges the last build by itself; BadInput when there is none."""
    with warehouse.open_work(home) as connection:
        try:
            compared, unseen = _expected_matches(connection)
            matched, sure = connection.execute(MATCHES).fetchone()
            inside, right, outside = connection.execute(CUSTOMERS).fetchone()
        except duckdb.CatalogException as error:
            raise BadInput(
                f"The build in {warehouse.place(home)} has no customers.", "Run `customer-master build`."
            ) from error
        rows = connection.execute(PARAMETERS).fetchall()
        return SelfCheck(
            customers=Score(right + outside + unseen, inside, right),
            matches=Score(compared + unseen, matched, sure),
            compared=compared / (compared + unseen) if compared else 1.0,
            unlinkable=_unlinkable(connection, home, rows),
            stability=_stability(connection, rows),
        )


def chao(of_one_rule: float, of_two_rules: float) -> float:
    """About how many matches no rule made; with none of just two rules, the bias-corrected form."""
    if of_two_rules < 1:
        return of_one_rule * max(of_one_rule - 1, 0.0) / 2
    return of_one_rule**2 / (2 * of_two_rules)


def _expected_matches(connection: duckdb.DuckDBPyConnection) -> tuple[float, float]:
    """Expected matches among the compared pairs, and among those that no rule made."""
    (compared,) = connection.execute(COMPARED).fetchone()
    return compared, chao(*connection.execute(MADE_BY_FEW_RULES).fetchone())


def _unlinkable(connection: duckdb.DuckDBPyConnection, home: Home, rows: list[Row]) -> tuple[Unlinkable, ...]:
    threshold = float(setting("match_threshold"))
    shown = patterns_of_themselves(connection, home)
    counted = []
    for number, (name, levels) in enumerate(comparison_levels().items(), start=1):
        found = [(pattern, records) for model, pattern, records in shown if model == number]
        if found:
            patterns = patterns_of(levels, *np.array(found).T)
            probabilities = mixture.class_probabilities(patterns, shipped_parameters(rows, name, levels))[0]
            weak = int(patterns.counts[probabilities < threshold].sum())
            counted.append(Unlinkable(name, patterns.pair_count, weak))
    return tuple(counted)


def _stability(connection: duckdb.DuckDBPyConnection, rows: list[Row]) -> tuple[Stability, ...]:
    """Each resampled fit starts from the parameters of the build."""
    random = np.random.default_rng(1)
    checked = []
    for number, (name, levels) in enumerate(comparison_levels().items(), start=1):
        try:
            patterns = read_patterns(connection, number, levels)
        except BadInput:  # PostgreSQL drops the view of random pairs when a part of what it reads is built anew
            return ()
        if patterns.pair_count < FEWEST_PAIRS:
            continue
        parameters = shipped_parameters(rows, name, levels)
        fits = [
            mixture.fit(_resampled(patterns, random), parameters, anchor=parameters).parameters
            for _ in range(RESAMPLES)
        ]
        alike = [mixture.agreement(patterns, parameters, fit) for fit in fits]
        checked.append(Stability(name, min(alike), float(np.mean(alike))))
    return tuple(checked)


def _resampled(patterns: Patterns, random: np.random.Generator) -> Patterns:
    """Counts as another draw of as many pairs could have made them; a random pair stands for many, drawn at once."""
    unblocked = np.broadcast_to(patterns.unblocked, patterns.counts.shape)
    stands_for = unblocked[unblocked > 0].min(initial=np.inf)
    drawn = random.poisson(unblocked / stands_for) * stands_for if np.isfinite(stands_for) else unblocked
    return replace(patterns, counts=random.poisson(patterns.counts).astype(float), unblocked=drawn)


def exact_sum(value: str, where: str = "true") -> str:
    """SQL of a sum that is the same to the last bit in any order of rows, as a sum of doubles is not."""
    return f"cast(coalesce(sum(cast({value} as decimal(38, 12))) filter ({where}), 0) as double)"


PARAMETERS = (
    "select match_model, comparison, level, label, p_match, p_related, p_other from intermediate.match_parameters"
)
COMPARED = f"select {exact_sum('pair_count * match_probability')} from intermediate.match_patterns"
MADE_BY_FEW_RULES = f"""
select
    {exact_sum("scored.match_probability", "blocked.rule_count = 1")},
    {exact_sum("scored.match_probability", "blocked.rule_count = 2")}
from intermediate.scored_pairs as scored
inner join intermediate.blocked_pairs as blocked using (record_no_l, record_no_r)
"""
MATCHES = f"""
select count(*), {exact_sum("match_probability")}
from intermediate.scored_pairs
where decision_before_guards = 'match'
"""
# Pairs in one customer, how many of them are expected to be true, and true ones expected between customers.
CUSTOMERS = f"""
with
clusters as (
    select cluster_no, count(*) as record_count, any_value(confidence) as confidence
    from intermediate.clusters
    inner join intermediate.cluster_confidence using (cluster_no)
    group by cluster_no
),

scored as (
    select
        l.cluster_no = r.cluster_no as is_one_customer,
        scored_pairs.match_probability,
        cluster_confidence.confidence
    from intermediate.scored_pairs
    inner join intermediate.clusters as l on scored_pairs.record_no_l = l.record_no
    inner join intermediate.clusters as r on scored_pairs.record_no_r = r.record_no
    inner join intermediate.cluster_confidence on l.cluster_no = cluster_confidence.cluster_no
),

-- What a score adds to the confidence that all pairs of the customer have.
sums as (
    select
        {exact_sum("greatest(match_probability - confidence, 0)", "is_one_customer")} as added,
        {exact_sum("match_probability", "not is_one_customer")} as outside
    from scored
)

select
    (select cast(sum(record_count * (record_count - 1) // 2) as bigint) from clusters),
    (select {exact_sum("confidence * (record_count * (record_count - 1) // 2)")} from clusters) + sums.added,
    sums.outside
from sums
"""
