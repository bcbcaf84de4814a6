{#- A JSON object as text from SQL expressions, keys in sorted order.
    {'unit': 'null', 'city': "'Bonn'"} -> '{"city":"Bonn","unit":null}' -#}
{% macro json_object(members) %}{{ return(adapter.dispatch('json_object', 'customer_master')(members)) }}{% endmacro %}

{% macro default__json_object(members) -%}
cast(json_object({% for key, value in members | dictsort %}'{{ key }}', {{ value }}{{ ', ' if not loop.last }}{% endfor %}) as varchar)
{%- endmacro %}
