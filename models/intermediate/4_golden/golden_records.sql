with

golden_values as (select * from {{ ref('golden_values') }}),

one_row_each as (
    select
        customer_id,
        {% for group in value_groups() -%}
        any_value(value) filter (where attribute_group = '{{ group.name }}') as {{ group.name }}_value,
        {% endfor -%}
        max(record_no) filter (where attribute_group = 'address') as address_record_no
    from golden_values
    group by customer_id
),

opened as (
    select
        customer_id,
        {% for group in value_groups() -%}
        {% for column in group.shown -%}
        {{ json_get(group.name ~ '_value', column) }} as {{ column }},
        {% endfor -%}
        {% endfor -%}
        address_record_no
    from one_row_each
)

select * from opened
