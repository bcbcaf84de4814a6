{{ config(materialized='ephemeral') }}

with

customers as (select * from {{ ref('customer_profiles') }}),

household_members as (
    select * from {{ ref('household_members') }}
    where is_oversized
),

weak_bridges as (
    select * from {{ ref('cluster_bridges') }}
    where match_probability < {{ var('review_bridge') }}
),

record_customers as (select * from {{ ref('record_customers') }}),

-- One case a customer: its weakest bridge.
bridged as (
    select
        'weak_bridge' as case_kind,
        l.customer_id,
        l.record_id as record_id_l,
        r.record_id as record_id_r,
        weak_bridges.match_probability as probability,
        'the only link between ' || cast(weak_bridges.record_count_l as {{ dbt.type_string() }}) || ' records and '
        || cast(weak_bridges.record_count_r as {{ dbt.type_string() }}) || ' others' as reason,
        row_number() over (
            partition by l.customer_id order by weak_bridges.match_probability, {{ binary_order('l.record_id') }}
        ) as bridge_rank
    from weak_bridges
    inner join record_customers as l on weak_bridges.record_no_l = l.record_no
    inner join record_customers as r on weak_bridges.record_no_r = r.record_no
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

of_a_whole as (
    select * from weakly_held
    union all
    select * from oversized
),

cases as (
    select
        case_kind,
        customer_id,
        record_id_l,
        record_id_r,
        probability,
        reason
    from bridged
    where bridge_rank = 1
    union all
    select
        case_kind,
        customer_id,
        cast(null as {{ dbt.type_string() }}) as record_id_l,
        cast(null as {{ dbt.type_string() }}) as record_id_r,
        probability,
        reason
    from of_a_whole
)

select * from cases
