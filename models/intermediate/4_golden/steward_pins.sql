{{ config(materialized='ephemeral') }}

with

decisions as (select * from {{ ref('stg_state__steward_decisions') }}),

record_customers as (select * from {{ ref('record_customers') }}),

approved as (
    select
        record_customers.customer_id,
        record_customers.record_no,
        decisions.attribute_group,
        decisions.value,
        decisions.decision_no,
        decisions.approved_at,
        row_number() over (
            partition by record_customers.customer_id, decisions.attribute_group
            order by decisions.decision_no desc
        ) as newest_first
    from decisions
    inner join record_customers on decisions.record_id_l = record_customers.record_id
    where
        decisions.decision = 'pin'
        and decisions.approved_by <> decisions.proposed_by
        and record_customers.record_no is not null
),

in_force as (
    select
        customer_id,
        record_no,
        attribute_group,
        value,
        decision_no,
        approved_at
    from approved
    where newest_first = 1
)

select * from in_force
