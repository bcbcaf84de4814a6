{#- A date as typed: ISO, compact, or day and month in the order the country writes them. Null when it is no date.
    '1980-02-29', '19800229', '29.02.1980' (DE), '02/29/1980' (US), '1980-02', '1980' -> 1980-02-29 ... 1980-01-01 -#}
{% macro standardize_date(text, country) -%}
case
    when {{ text }} like '____-__-__%' then {{ safe_cast('substr(' ~ text ~ ', 1, 10)', 'date') }}
    when length({{ text }}) = 8 and {{ _is_digits(text) }}
        then {{ safe_cast("substr(" ~ text ~ ", 1, 4) || '-' || substr(" ~ text ~ ", 5, 2) || '-' || substr(" ~ text ~ ", 7, 2)", 'date') }}
    when length({{ text }}) = 4 and {{ _is_digits(text) }} then {{ safe_cast(text ~ " || '-01-01'", 'date') }}
    when {{ text }} like '____-__' then {{ safe_cast(text ~ " || '-01'", 'date') }}
    else {{ _date_of_parts("translate(" ~ text ~ ", './ ', '---')", text, country) }}
end
{%- endmacro %}

{#- How much of a date was given: 'day', 'month' or 'year'. -#}
{% macro date_precision(text) -%}
case when length({{ text }}) = 4 then 'year' when {{ text }} like '____-__' then 'month' when {{ text }} is not null then 'day' end
{%- endmacro %}

{% macro _is_digits(text) %}translate({{ text }}, '0123456789', '') = ''{% endmacro %}

{#- Dots mean day first; a slash means what the country means by it, and month first where no country is known. -#}
{% macro _date_of_parts(dashed, text, country) -%}
{%- set first = _number_part(dashed, 1) -%}
{%- set second = _number_part(dashed, 2) -%}
{%- set third = _number_part(dashed, 3) -%}
{%- set year -%}
case when length(split_part({{ dashed }}, '-', 3)) <> 2 then {{ third }} when {{ third }} > 25 then 1900 + {{ third }} else 2000 + {{ third }} end
{%- endset -%}
case
    when length(split_part({{ dashed }}, '-', 1)) = 4 then {{ _date_of(first, second, third) }}
    when {{ first }} > 12 then {{ _date_of(year, second, first) }}
    when {{ second }} > 12 then {{ _date_of(year, first, second) }}
    when {{ text }} like '%.%' then {{ _date_of(year, second, first) }}
    when coalesce({{ country }}, 'US') = 'US' then {{ _date_of(year, first, second) }}
    else {{ _date_of(year, second, first) }}
end
{%- endmacro %}

{% macro _number_part(dashed, place) %}{{ safe_cast("split_part(" ~ dashed ~ ", '-', " ~ place ~ ")", dbt.type_int()) }}{% endmacro %}

{% macro _date_of(year, month, day) -%}
{%- set text = dbt.type_string() -%}
{{ safe_cast("lpad(cast(" ~ year ~ " as " ~ text ~ "), 4, '0') || '-' || lpad(cast(" ~ month ~ " as " ~ text ~ "), 2, '0') || '-' || lpad(cast("
    ~ day ~ " as " ~ text ~ "), 2, '0')", 'date') }}
{%- endmacro %}
