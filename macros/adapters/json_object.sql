{#- A JSON object as text from SQL expressions, keys in sorted order.
    {'unit': 'null', 'city': "'Bonn'"} -> '{"city":"Bonn","unit":null}' -#}
{% macro json_object(members) %}{{ return(adapter.dispatch('json_object', 'customer_master')(members)) }}{% endmacro %}

{% macro default__json_object(members) -%}
cast(json_object({% for key, value in members | dictsort %}'{{ key }}', {{ value }}{{ ', ' if not loop.last }}{% endfor %}) as varchar)
{%- endmacro %}

{#- PostgreSQL writes a space behind each colon; a text that is compared between engines must have none. -#}
{% macro postgres__json_object(members) -%}
'{' || {% for key, value in members | dictsort %}'"{{ key }}":' || coalesce(cast(to_json(cast({{ value }} as text)) as text), 'null'){{ " || ',' || " if not loop.last }}{% endfor %} || '}'
{%- endmacro %}

{% macro spark__json_object(members) -%}
to_json(named_struct({% for key, value in members | dictsort %}'{{ key }}', cast({{ value }} as string){{ ', ' if not loop.last }}{% endfor %}), map('ignoreNullFields', 'false'))
{%- endmacro %}
