{#- The distinct values of a group as one text in binary order: 'b', 'a', 'b' -> 'a, b'. -#}
{% macro sorted_text_list(expression) -%}
    {{ return(adapter.dispatch('sorted_text_list', 'customer_master')(expression)) }}
{%- endmacro %}

{% macro default__sorted_text_list(expression) -%}
    string_agg(distinct {{ expression }}, ', ' order by {{ expression }})
{%- endmacro %}
