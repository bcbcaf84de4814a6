{{ config(materialized='ephemeral') }}

with

records as (select * from {{ ref('standardized_records') }}),

value_groups as (select * from {{ ref('value_groups') }}),

attributes as (
    {% for attribute in attribute_groups() -%}
    select
        '{{ attribute.attribute }}' as attribute,
        '{{ attribute.group }}' as attribute_group
    {{ 'union all' if not loop.last }}
    {% endfor %}
),

listed as (
    select
        record_no,
        ',' || replace(verified_attributes, ' ', '') || ',' as verified_list
    from records
    where verified_attributes is not null
),

verified as (
    select distinct
        listed.record_no,
        value_groups.attribute_group_no
    from listed
    inner join attributes
        on
            position(',' || attributes.attribute || ',' in listed.verified_list) > 0
            or position(',' || attributes.attribute_group || ',' in listed.verified_list) > 0
    inner join value_groups on attributes.attribute_group = value_groups.attribute_group
)

select * from verified
