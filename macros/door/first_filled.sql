{#- The first of some text columns that holds more than blanks: first_filled('mobile_phone', 'phone') -> coalesce(nullif(trim(mobile_phone), ''), ...) -#}
{% macro first_filled() -%}
    coalesce(
    {%- for column in varargs -%}
        nullif({{ trim_spaces(column) }}, ''){{ ', ' if not loop.last }}
    {%- endfor -%}
    {{ ', null' if varargs | length == 1 }})
{%- endmacro %}
