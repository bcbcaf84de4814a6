{#- When a source did something, null where it cannot be read. ISO 8601, and dates as SAP writes them:
    '2024-05-17 10:00:00' -> 2024-05-17 10:00:00, '20240517' -> 2024-05-17 00:00:00 -#}
{% macro standardize_timestamp(text) -%}
case
    when length({{ text }}) = 8 and {{ has_pattern(text, '^[0-9]{8}$') }}
        then {{ safe_cast("substr(" ~ text ~ ", 1, 4) || '-' || substr(" ~ text ~ ", 5, 2) || '-' || substr(" ~ text ~ ", 7, 2)", 'timestamp') }}
    else {{ safe_cast(text, 'timestamp') }}
end
{%- endmacro %}
