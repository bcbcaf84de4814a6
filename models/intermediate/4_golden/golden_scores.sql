{{ config(materialized='ephemeral') }}

with

candidates as (select * from {{ ref('attribute_candidates') }}),

record_attribute_values as (select * from {{ ref('record_attribute_values') }}),

source_trusts as (select * from {{ ref('source_trusts') }}),

verified_values as (select * from {{ ref('verified_values') }}),

-- The data's own newest time, so that a build on another day decides the same.
newest as (
    select {{ epoch_seconds('max(valid_from)') }} as newest_second from record_attribute_values
),

counted as (
    select
        *,
        {{ epoch_seconds('valid_from') }} as stated_second,
        count(*) over (partition by customer_id, attribute_group_no, is_live, value) as value_count
    from candidates
),

aged as (
    select
        counted.*,
        source_trusts.trust,
        source_trusts.invalid_factor,
        source_trusts.half_life_days,
        -- Of a value without a date we assume that it is one half-life old.
        coalesce(floor((newest.newest_second - counted.stated_second) / 86400.0), source_trusts.half_life_days)
            as age_days
    from counted
    cross join newest
    left join source_trusts
        on
            counted.source_system = source_trusts.source_system
            and counted.attribute_group_no = source_trusts.attribute_group_no
),

scored as (
    select
        aged.*,
        aged.is_valid and aged.source_system <> 'steward' as is_evidence,
        cast(aged.pinned_by as {{ column_type('double') }}) as pinned_score,
        case when aged.is_valid and verified_values.record_no is not null then 1.0 else 0.0 end as verified_score,
        coalesce(
            aged.trust * case when aged.is_valid then 1.0 else aged.invalid_factor end
            * aged.half_life_days / nullif(aged.half_life_days + aged.age_days, 0),
            0
        ) as trust_score,
        cast(aged.stated_second as {{ column_type('double') }}) as recency_score,
        cast(aged.value_count as {{ column_type('double') }}) as frequency_score,
        aged.completeness as completeness_score
    from aged
    left join verified_values
        on aged.record_no = verified_values.record_no and aged.attribute_group_no = verified_values.attribute_group_no
)

select * from scored
