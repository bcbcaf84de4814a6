{#- Some digits of a text as a number.
    '12345678Z', 1, 8 -> 12345678 -#}
{% macro digits_as_number(text, first, count) -%}
coalesce({{ safe_cast("substr(" ~ text ~ ", " ~ first ~ ", " ~ count ~ ")", dbt.type_bigint()) }}, 0)
{%- endmacro %}
