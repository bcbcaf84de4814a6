{{ config(materialized='ephemeral') }}

with

customers as (select * from {{ ref('customer_profiles') }}),

household_members as (
    select * from {{ ref('household_members') }}
    where is_oversized
),

weakly_held as (
    select
        'low_confidence' as case_kind,
        customer_id,
        confidence as probability,
        cast(record_count as {{ dbt.type_string() }}) || ' records, held together by a weak link' as reason
    from customers
    where record_count > 1 and confidence < {{ var('review_confidence') }}
),

oversized as (
    select
        'oversized_household' as case_kind,
        household_id as customer_id,
        cast(null as {{ dbt.type_float() }}) as probability,
        cast(count(*) as {{ dbt.type_string() }}) || ' people in one dwelling' as reason
    from household_members
    group by household_id
),

cases as (
    select * from weakly_held
    union all
    select * from oversized
)

select * from cases
