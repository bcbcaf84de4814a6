-- The failures that the summary counts are the rows of the results.
with

summed as (
    select
        source_system,
        rule,
        sum(failed_count) as failed_count
    from {{ ref('data_quality_summary') }}
    group by source_system, rule
),

listed as (
    select
        source_system,
        rule,
        count(*) as failed_count
    from {{ ref('data_quality_results') }}
    group by source_system, rule
)

select
    summed.source_system,
    summed.rule,
    summed.failed_count,
    listed.failed_count as listed_count
from summed
left join listed on summed.source_system = listed.source_system and summed.rule = listed.rule
where summed.failed_count <> coalesce(listed.failed_count, 0)
