{{ config(materialized='ephemeral') }}

with

value_groups as (
    {% for group in value_groups() -%}
    select
        {{ group.no }} as attribute_group_no,
        '{{ group.name }}' as attribute_group
    {{ 'union all' if not loop.last }}
    {% endfor %}
)

select * from value_groups
