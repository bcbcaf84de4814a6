{{ config(materialized='ephemeral') }}

with

candidates as (select * from {{ ref('golden_candidates') }}),

survived as (
    select
        customer_id,
        attribute_group,
        value,
        record_no,
        is_valid,
        completeness
    from candidates
    where candidate_rank = 1
)

select * from survived
