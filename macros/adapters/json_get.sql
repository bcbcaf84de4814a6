{#- One field of a JSON object held as text, as text: json_get("'{\"email\":\"a@b.example\"}'", 'email') -> a@b.example. -#}
{% macro json_get(expression, field) -%}
    {{ return(adapter.dispatch('json_get', 'customer_master')(expression, field)) }}
{%- endmacro %}

{% macro default__json_get(expression, field) -%}
    json_extract_string({{ expression }}, '$.{{ field }}')
{%- endmacro %}

{% macro postgres__json_get(expression, field) -%}
    (cast({{ expression }} as json) ->> '{{ field }}')
{%- endmacro %}

{% macro spark__json_get(expression, field) -%}
    get_json_object({{ expression }}, '$.{{ field }}')
{%- endmacro %}
