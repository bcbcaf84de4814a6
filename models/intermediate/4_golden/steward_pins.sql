{{ config(materialized='ephemeral') }}

with

decisions as (select * from {{ ref('stg_state__steward_decisions') }}),

record_customers as (select * from {{ ref('record_customers') }}),

value_groups as (select * from {{ ref('value_groups') }}),

approved as (
    select
        record_customers.customer_id,
        record_customers.record_no,
        value_groups.attribute_group_no,
        decisions.value,
        decisions.decision_no,
        decisions.approved_at,
        row_number() over (
            partition by record_customers.customer_id, value_groups.attribute_group_no
            order by decisions.decision_no desc
        ) as newest_first
    from decisions
    inner join record_customers on decisions.record_id_l = record_customers.record_id
    inner join value_groups on decisions.attribute_group = value_groups.attribute_group
    where
        decisions.decision = 'pin'
        and decisions.approved_by <> decisions.proposed_by
        and record_customers.record_no is not null
),

in_force as (
    select
        customer_id,
        record_no,
        attribute_group_no,
        value,
        decision_no,
        approved_at
    from approved
    where newest_first = 1
)

select * from in_force
