{{ config(materialized='ephemeral') }}

with

record_attribute_values as (select * from {{ ref('record_attribute_values') }}),

record_customers as (select * from {{ ref('record_customers') }}),

steward_pins as (select * from {{ ref('steward_pins') }}),

groups as (
    {% for group in value_groups() -%}
    select
        '{{ group.name }}' as attribute_group,
        cast({{ group.no }} as smallint) as attribute_group_no
    {{ 'union all' if not loop.last }}
    {% endfor %}
),

observed as (
    select
        record_customers.customer_id,
        record_customers.record_no,
        record_customers.source_system,
        record_customers.record_status = 'live' as is_live,
        record_attribute_values.attribute_group,
        record_attribute_values.attribute_group_no,
        record_attribute_values.value_no,
        record_attribute_values.value,
        record_attribute_values.is_valid,
        record_attribute_values.completeness,
        record_attribute_values.valid_from,
        steward_pins.decision_no as pinned_by
    from record_attribute_values
    inner join record_customers on record_attribute_values.record_no = record_customers.record_no
    left join steward_pins
        on
            record_attribute_values.record_no = steward_pins.record_no
            and record_attribute_values.attribute_group = steward_pins.attribute_group
            and record_attribute_values.value = coalesce(steward_pins.value, record_attribute_values.value)
),

stated_by_steward as (
    select
        steward_pins.customer_id,
        steward_pins.record_no,
        'steward' as source_system,
        true as is_live,
        steward_pins.attribute_group,
        groups.attribute_group_no,
        0 as value_no,
        steward_pins.value,
        true as is_valid,
        cast(1 as double) as completeness,
        steward_pins.approved_at as valid_from,
        steward_pins.decision_no as pinned_by
    from steward_pins
    inner join groups on steward_pins.attribute_group = groups.attribute_group
    left join record_attribute_values
        on
            steward_pins.record_no = record_attribute_values.record_no
            and steward_pins.attribute_group = record_attribute_values.attribute_group
            and steward_pins.value = record_attribute_values.value
    where
        steward_pins.value is not null
        and record_attribute_values.record_no is null
),

candidates as (
    select * from observed
    union all
    select * from stated_by_steward
)

select * from candidates
