{#- Of a group's rows that meet a condition, one column's value in the row where another column is least.
    value_of_first('record_key', 'key_text', "key_kind = 'phone'") -> the key of the phone number that sorts first -#}
{% macro value_of_first(value, order_by, condition) -%}
    {{ return(adapter.dispatch('value_of_first', 'customer_master')(value, order_by, condition)) }}
{%- endmacro %}

{% macro default__value_of_first(value, order_by, condition) -%}
    min_by({{ value }}, {{ binary_order(order_by) }}) filter (where {{ condition }})
{%- endmacro %}

{% macro postgres__value_of_first(value, order_by, condition) -%}
    (array_agg({{ value }} order by {{ binary_order(order_by) }}) filter (where {{ condition }}))[1]
{%- endmacro %}
