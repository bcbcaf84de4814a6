"""What the report of a trial tells, read from the built tables."""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from typing import TYPE_CHECKING

import duckdb

from customer_master.explain import Term
from customer_master.home import Home
from customer_master.train import SHARES, Training
from customer_master.trial import mapping, outputs
from customer_master.trial.mapping import Mapping
from customer_master.trial.reading import Loaded
from customer_master.trial.report import (
    AttributeQuality,
    BlockingYield,
    Example,
    ExampleRecord,
    Household,
    LevelWeight,
    MappedColumn,
    ReportData,
    ScoreBin,
    Waterfall,
)

if TYPE_CHECKING:
    from customer_master.trial.running import Options

EXAMPLES = 8
HOUSEHOLDS = 12
# Attributes whose values are checked when they are standardized.
JUDGED = ("birth_date", "email", "phone", "website", "postal_code", "country")
JUDGED += ("tax_id", "national_id", "loyalty_number")

COUNTS = """
select
    count(*),
    count(distinct customer_id),
    count(*) filter (not (compare_as_person or compare_as_organization))
from intermediate.record_customers
inner join intermediate.standardized_records using (record_no)
"""
EXAMPLE_CUSTOMERS = f"""
with sizes as (
    select customer_id, count(*) as record_count
    from intermediate.record_customers
    group by customer_id
    having count(*) between 2 and 12
)

select customer_id
from sizes
order by record_count desc, customer_id
limit {EXAMPLES}
"""
# The middle one of the matches, and the pair whose probability is nearest to the threshold.
TYPICAL = """
select * from shown where decision = 'match' order by match_weight, row_number_l, row_number_r
limit 1 offset (select count(*) // 2 from shown where decision = 'match')
"""
DOUBTFUL = """
select * from shown
where decision <> 'non_match'
order by abs(match_probability - {threshold}), row_number_l, row_number_r
limit 1
"""
SHOWN_PAIRS = f"""
create or replace temp table shown as
with decided as ({outputs.TABLES["pairs"]})

select decided.*, pairs.match_model, pairs.pattern_no
from intermediate.scored_pairs as pairs
inner join row_numbers as l on pairs.record_no_l = l.record_no
inner join row_numbers as r on pairs.record_no_r = r.record_no
inner join decided
    on
        decided.row_number_l = least(l.row_number, r.row_number)
        and decided.row_number_r = greatest(l.row_number, r.row_number)
"""
HISTOGRAM = """
with likeliest as (
    select
        floor(greatest(-60, least(60, match_weight))) as weight_from,
        pair_count,
        case
            when match_probability >= greatest(related_probability, 1 - match_probability - related_probability)
                then 'm'
            when related_probability >= 1 - match_probability - related_probability then 'r'
            else 'o'
        end as class
    from intermediate.match_patterns
)

select
    weight_from,
    weight_from + 1,
    cast(coalesce(sum(pair_count) filter (class = 'm'), 0) as bigint),
    cast(coalesce(sum(pair_count) filter (class = 'r'), 0) as bigint),
    cast(coalesce(sum(pair_count) filter (class = 'o'), 0) as bigint)
from likeliest
group by weight_from
order by weight_from
"""
LEVELS = f"""
with seen as (
    select levels.match_model, levels.comparison, levels.level, cast(sum(patterns.pair_count) as bigint) as pair_count
    from intermediate.match_pattern_levels as levels
    inner join intermediate.match_patterns as patterns using (match_model_no, pattern_no)
    where levels.level >= 0
    group by all
)

select
    parameters.match_model, parameters.comparison, parameters.level, parameters.label,
    parameters.p_match, parameters.p_related, parameters.p_other, coalesce(seen.pair_count, 0)
from intermediate.match_parameters as parameters
left join seen using (match_model, comparison, level)
where
    parameters.comparison <> '{SHARES}'
    and exists (
        select 1 from seen
        where seen.match_model = parameters.match_model and seen.comparison = parameters.comparison
    )
order by parameters.match_model desc, parameters.comparison, parameters.level
"""
BLOCKING = """
select
    rules.blocking_rule,
    cast(rules.new_pairs as bigint),
    count(*) filter (pairs.decision_before_guards = 'match'),
    count(*) filter (pairs.decision_before_guards = 'match' and blocked.rule_count = 1),
    cast(rules.skipped_keys as bigint),
    (cast(rules.largest_skipped_key_records as bigint), rules.largest_skipped_key)
from intermediate.blocking_report_rows as rules
left join intermediate.scored_pairs as pairs on rules.blocking_rule = pairs.blocking_rule
left join intermediate.blocked_pairs as blocked
    on
        pairs.record_no_l = blocked.record_no_l
        and pairs.record_no_r = blocked.record_no_r
        and rules.rule_no = blocked.rule_no
group by rules.rule_no, rules.blocking_rule, rules.new_pairs, rules.skipped_keys,
    rules.largest_skipped_key_records, rules.largest_skipped_key
order by rules.rule_no
"""
PEOPLE = f"""
with chosen as (
    select household_id
    from intermediate.household_members
    where not is_oversized
    group by household_id
    order by count(*) desc, household_id
    limit {HOUSEHOLDS}
)

select
    members.household_id,
    concat_ws(' ', golden.street, golden.house_number, golden.postal_code, golden.city),
    members.customer_id,
    coalesce(concat_ws(' ', golden.given_name, golden.family_name), golden.full_name)
from chosen
inner join intermediate.household_members as members using (household_id)
inner join intermediate.golden_records as golden using (customer_id)
order by members.household_id, members.customer_id
"""


def collect(
    home: Home,
    loaded: Loaded,
    found: Mapping,
    training: Training,
    options: Options,
    seconds: MappingOf[str, float],
    memory_bytes: int,
) -> ReportData:
    """All that the page shows of one run."""
    with outputs.open_work(home) as work:
        work.execute(SHOWN_PAIRS)
        rows, customers, unusable = work.execute(COUNTS).fetchone()
        (several,) = work.execute(
            "select count(*) filter (n > 1) "
            "from (select count(*) as n from intermediate.record_customers group by customer_id)"
        ).fetchone()
        (households,) = work.execute(
            "select count(distinct household_id) from intermediate.household_members where not is_oversized"
        ).fetchone()
        trained = [model.match_model for model in training.models if model.trained]
        return ReportData(
            title=", ".join(file.name for file in loaded.files),
            files=[(file.name, file.row_count) for file in loaded.files],
            row_count=rows,
            record_count_used=rows - unusable,
            unusable_count=unusable,
            customer_count=customers,
            customers_of_several=several,
            duplicate_rows=rows - customers,
            seconds={name: spent for name, spent in seconds.items() if spent > 0},
            memory_bytes=memory_bytes,
            parameter_source=f"learned on these rows for {' and '.join(trained)}s" if trained else "shipped",
            thresholds=(options.match_threshold, options.review_threshold),
            warnings=[*loaded.warnings, *found.warnings, *training.warnings],
            mapping=[MappedColumn(row.column, row.taken_for or None, row.why) for row in mapping.describe(found)],
            quality=_quality(work, found, rows),
            examples=_examples(work, found),
            waterfalls=_waterfalls(work, found, options.match_threshold),
            score_histogram=[ScoreBin(*row) for row in work.execute(HISTOGRAM).fetchall()],
            level_weights=[
                LevelWeight(row[0], _spelled(row[1], found), *row[2:]) for row in work.execute(LEVELS).fetchall()
            ],
            blocking=[BlockingYield(*row) for row in work.execute(BLOCKING).fetchall()],
            households=_households(work),
            household_count=households,
        )


def _spelled(comparison: str, found: Mapping) -> str:
    """The header of a column that is compared as text; any other name as it is."""
    if comparison.startswith("also_match_"):
        return found.also_match[int(comparison.removeprefix("also_match_")) - 1]
    return comparison


def _quality(work: duckdb.DuckDBPyConnection, found: Mapping, rows: int) -> list[AttributeQuality]:
    issues: dict[str, list[tuple[str, int]]] = {}
    for attribute, issue, count in work.execute(
        "select attribute, issue, count(distinct record_no) from intermediate.standardization_issues "
        "where contact_point_no = 0 group by all order by 3 desc, 2"
    ).fetchall():
        issues.setdefault(attribute, []).append((issue, count))
    quality = []
    for attribute, columns in found.attributes.items():
        filled, distinct = work.execute(
            f"select count({attribute}), count(distinct {attribute}) from raw.try.file_row"
        ).fetchone()
        wrong = issues.get(attribute, [])
        valid = max(0.0, 1 - sum(count for _, count in wrong) / filled) if filled and attribute in JUDGED else None
        quality.append(AttributeQuality(attribute, columns, filled / max(rows, 1), valid, distinct, wrong))
    return quality


def _examples(work: duckdb.DuckDBPyConnection, found: Mapping) -> list[Example]:
    examples = []
    for (customer,) in work.execute(EXAMPLE_CUSTOMERS).fetchall():
        members = work.execute(
            "select cast(source_key as bigint) from intermediate.record_customers "
            "inner join intermediate.source_records using (record_no) where customer_id = ? order by 1",
            [customer],
        ).fetchall()
        records = [
            ExampleRecord(row, source, values) for (row,) in members for source, values in [_row(work, found, row)]
        ]
        examples.append(Example(customer, _golden(work, customer), records))
    return examples


def _row(work: duckdb.DuckDBPyConnection, found: Mapping, row_number: int) -> tuple[str, dict[str, str | None]]:
    """A data row's source and its values, by canonical attribute, as the file spells them."""
    names = list(found.attributes)
    texts = [f"also_match_{number}" for number in range(1, len(found.also_match) + 1)]
    columns = ", ".join(["source_label", *names, *texts])
    source, *values = work.execute(
        f"select {columns} from raw.try.file_row where row_number = ?", [row_number]
    ).fetchone()
    return source, dict(zip([*names, *found.also_match], values, strict=True))


def _golden(work: duckdb.DuckDBPyConnection, customer: int) -> dict[str, str | None]:
    cursor = work.execute(
        "select * exclude (customer_id, address_record_no, street, house_number, unit, legal_form, elf_code), "
        "nullif(concat_ws(' ', street, house_number, unit), '') as street_address "
        "from intermediate.golden_records where customer_id = ?",
        [customer],
    )
    row = cursor.fetchone()
    names = [column[0] for column in cursor.description]
    return {} if row is None else {name: str(value) for name, value in zip(names, row, strict=True) if value}


def _waterfalls(work: duckdb.DuckDBPyConnection, found: Mapping, threshold: float) -> list[Waterfall]:
    waterfalls = []
    for kind, sql in (("typical", TYPICAL), ("doubtful", DOUBTFUL.format(threshold=float(threshold)))):
        pair = work.execute(sql).fetchone()
        if pair is None:
            continue
        left, right, probability, _, decision, match_model, pattern = pair
        terms = work.execute(
            "select term, label, weight from intermediate.match_explanation_terms "
            "where match_model = ? and pattern_no = ? order by term_no",
            [match_model, pattern],
        ).fetchall()
        waterfalls.append(
            Waterfall(
                kind,
                left,
                right,
                _row(work, found, left)[1],
                _row(work, found, right)[1],
                decision,
                probability,
                [Term(_spelled(term, found), label, weight) for term, label, weight in terms],
            )
        )
    return waterfalls


def _households(work: duckdb.DuckDBPyConnection) -> list[Household]:
    people: dict[int, tuple[str, list[tuple[int, str]]]] = {}
    for household, address, customer, name in work.execute(PEOPLE).fetchall():
        people.setdefault(household, (address, []))[1].append((customer, name))
    return [Household(number, address, members) for number, (address, members) in people.items()]
