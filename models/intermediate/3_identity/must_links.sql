{{ config(materialized='ephemeral') }}

with

declared_links as (
    select * from {{ ref('declared_links') }}
),

decisions as (
    select * from {{ ref('decisions_in_force') }}
),

declarations as (
    select record_no_l, record_no_r, cast(null as bigint) as decision_no
    from declared_links
    union all
    select record_no_l, record_no_r, decision_no
    from decisions
    where decision = 'same'
),

must_links as (
    select
        least(record_no_l, record_no_r) as record_no_l,
        greatest(record_no_l, record_no_r) as record_no_r,
        max(decision_no) as decision_no,
        -- above any match weight, so that must-links come first
        case when max(decision_no) is null then 10000.0 else 20000.0 end as strength
    from declarations
    where record_no_l <> record_no_r
    group by 1, 2
)

select * from must_links
