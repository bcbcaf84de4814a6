with

quality_judgements as (select * from {{ ref('quality_judgements') }}),

record_customers as (select * from {{ ref('record_customers') }}),

failed as (
    select
        record_customers.record_id,
        record_customers.source_system,
        record_customers.customer_id,
        quality_judgements.rule,
        quality_judgements.dimension,
        quality_judgements.attribute,
        quality_judgements.severity,
        quality_judgements.country_code as country
    from quality_judgements
    inner join record_customers on quality_judgements.record_no = record_customers.record_no
    where quality_judgements.is_failed
)

select * from failed
