with

quality_judgements as (select * from {{ ref('quality_judgements') }}),

record_customers as (select * from {{ ref('record_customers') }}),

summed as (
    select
        record_customers.source_system,
        quality_judgements.attribute,
        coalesce(quality_judgements.country_code, 'unknown') as country,
        quality_judgements.dimension,
        quality_judgements.rule,
        quality_judgements.severity,
        count(*) as checked_count,
        cast(sum(case when quality_judgements.is_failed then 1 else 0 end) as bigint) as failed_count
    from quality_judgements
    inner join record_customers on quality_judgements.record_no = record_customers.record_no
    group by 1, 2, 3, 4, 5, 6
),

rated as (
    select
        *,
        1 - cast(failed_count as {{ column_type('double') }}) / nullif(checked_count, 0) as pass_rate
    from summed
)

select * from rated
