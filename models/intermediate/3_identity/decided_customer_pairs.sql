{{ config(materialized='ephemeral') }}

with

decisions as (
    select * from {{ ref('decisions_in_force') }}
    where decision in ('same', 'different')
),

record_customers as (select * from {{ ref('record_customers') }}),

decided as (
    select distinct
        least(members_l.customer_id, members_r.customer_id) as customer_id_l,
        greatest(members_l.customer_id, members_r.customer_id) as customer_id_r
    from decisions
    inner join record_customers as members_l on decisions.record_no_l = members_l.record_no
    inner join record_customers as members_r on decisions.record_no_r = members_r.record_no
    where members_l.customer_id <> members_r.customer_id
)

select * from decided
