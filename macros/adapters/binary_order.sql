{#- A text as a sort key that orders by code points on every engine: binary_order('record_id') -> record_id (DuckDB). -#}
{% macro binary_order(expression) -%}
    {{ return(adapter.dispatch('binary_order', 'customer_master')(expression)) }}
{%- endmacro %}

{% macro default__binary_order(expression) -%}
    {{ expression }}
{%- endmacro %}

{% macro postgres__binary_order(expression) -%}
    ({{ expression }}) collate "C"
{%- endmacro %}
