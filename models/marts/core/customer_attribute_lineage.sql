with

candidates as (select * from {{ ref('golden_candidates') }}),

record_customers as (
    select * from {{ ref('record_customers') }}
    where record_no is not null
),

lineage as (
    select
        candidates.customer_id,
        candidates.attribute_group,
        cast(candidates.candidate_rank as bigint) as candidate_rank,
        candidates.beaten_by = 'survived' as is_golden,
        candidates.value,
        record_customers.record_id,
        candidates.source_system,
        record_customers.record_status,
        candidates.valid_from,
        candidates.is_valid,
        candidates.is_voting,
        candidates.trust_score,
        candidates.value_count,
        candidates.completeness,
        candidates.beaten_by
    from candidates
    inner join record_customers on candidates.record_no = record_customers.record_no
)

select * from lineage
