{{ config(materialized='ephemeral') }}

with

record_attribute_values as (select * from {{ ref('record_attribute_values') }}),

record_customers as (select * from {{ ref('record_customers') }}),

customers as (select * from {{ ref('customer_profiles') }}),

steward_pins as (select * from {{ ref('steward_pins') }}),

observed as (
    select
        record_customers.customer_id,
        record_attribute_values.attribute_group_no,
        record_customers.record_no,
        record_attribute_values.value_no,
        record_customers.source_system,
        record_customers.record_status = 'live' as is_live,
        record_attribute_values.value,
        record_attribute_values.is_valid,
        record_attribute_values.completeness,
        record_attribute_values.valid_from,
        -- Not in the join: it would compare every value with every pin.
        case
            when record_attribute_values.value = coalesce(steward_pins.value, record_attribute_values.value)
                then steward_pins.decision_no
        end as pinned_by
    from record_attribute_values
    inner join record_customers on record_attribute_values.record_no = record_customers.record_no
    left join steward_pins
        on
            record_attribute_values.record_no = steward_pins.record_no
            and record_attribute_values.attribute_group_no = steward_pins.attribute_group_no
),

stated_by_steward as (
    select
        steward_pins.customer_id,
        steward_pins.attribute_group_no,
        steward_pins.record_no,
        -1 as value_no,
        'steward' as source_system,
        true as is_live,
        steward_pins.value,
        true as is_valid,
        cast(1 as {{ column_type('double') }}) as completeness,
        steward_pins.approved_at as valid_from,
        steward_pins.decision_no as pinned_by
    from steward_pins
    left join record_attribute_values
        on
            steward_pins.record_no = record_attribute_values.record_no
            and steward_pins.attribute_group_no = record_attribute_values.attribute_group_no
            and steward_pins.value = record_attribute_values.value
    where
        steward_pins.value is not null
        and record_attribute_values.record_no is null
),

stated as (
    select * from observed
    union all
    select * from stated_by_steward
),

candidates as (
    select
        stated.*,
        customers.customer_type
    from stated
    inner join customers on stated.customer_id = customers.customer_id
)

select * from candidates
