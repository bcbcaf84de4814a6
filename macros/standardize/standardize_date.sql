{#- A date in digits (macro date_text): ISO, compact, or day and month in the order the country writes them. Null when it is no date.
    '1980-02-29', '19800229', '29.02.1980' (DE), '02/29/1980' (US), '1980-02', '02/1980', '1980' -> 1980-02-29 ... 1980-01-01 -#}
{% macro standardize_date(text, country) -%}
case
    when {{ text }} like '____-__-__' then {{ safe_cast(text, 'date') }}
    when {{ text }} like '____-__-__ %' or {{ text }} like '____-__-__T%' then {{ safe_cast('substr(' ~ text ~ ', 1, 10)', 'date') }}
    when not {{ has_pattern(text, '[^0-9]') }} then {{ _date_of_digits(text, country) }}
    when {{ has_pattern(text, '^[0-9]{4}[-./][0-9]{1,2}$') }} then {{ _date_of(text, '^(....).(.+)$', '\\1-\\2-01') }}
    when {{ has_pattern(text, '^[0-9]{1,2}[-./][0-9]{4}$') }} then {{ _date_of(text, '^(.+).(....)$', '\\2-\\1-01') }}
    when {{ has_pattern(text, '^[0-9]{4}[-./ ]+[0-9]{1,2}[-./ ]+[0-9]{1,2}$') }}
        then {{ _date_of(text, '^([0-9]+)[^0-9]+([0-9]+)[^0-9]+([0-9]+)$', '\\1-\\2-\\3') }}
    when {{ has_pattern(text, '^[0-9]{1,2}[-./ ]+[0-9]{1,2}[-./ ]+([0-9]{2}|[0-9]{4})$') }} then {{ _date_of_parts(text, country) }}
end
{%- endmacro %}

{#- How much of a date was given: 'day', 'month' or 'year'. -#}
{% macro date_precision(text) -%}
case
    when length({{ text }}) = 4 then 'year'
    when length({{ text }}) <= 7 and {{ has_pattern(text, '^([0-9]{4}[-./][0-9]{1,2}|[0-9]{1,2}[-./][0-9]{4})$') }} then 'month'
    when {{ text }} is not null then 'day'
end
{%- endmacro %}

{% macro _date_of(text, pattern, parts) %}{{ safe_cast(replace_pattern(text, pattern, parts), 'date') }}{% endmacro %}

{#- Eight digits begin with the year where that can be one; else they are written as the country writes dates. -#}
{% macro _date_of_digits(text, country) -%}
case
    when length({{ text }}) = 4 then {{ safe_cast(text ~ " || '-01-01'", 'date') }}
    when length({{ text }}) = 8 and substr({{ text }}, 1, 2) in ('17', '18', '19', '20') and substr({{ text }}, 5, 2) <= '12'
        then {{ _date_of(text, '^(....)(..)(..)$', '\\1-\\2-\\3') }}
    when length({{ text }}) = 8 and coalesce({{ country }}, 'US') = 'US'
        then coalesce({{ _date_of(text, '^(..)(..)(....)$', '\\3-\\1-\\2') }}, {{ _date_of(text, '^(..)(..)(....)$', '\\3-\\2-\\1') }})
    when length({{ text }}) = 8 then coalesce({{ _date_of(text, '^(..)(..)(....)$', '\\3-\\2-\\1') }}, {{ _date_of(text, '^(..)(..)(....)$', '\\3-\\1-\\2') }})
end
{%- endmacro %}

{#- Dots mean day first; a slash means what the country means by it, and month first where no country is known.
    What cannot be read so is read the other way. Two digits of a year are of this century up to 25. -#}
{% macro _date_of_parts(text, country) -%}
{%- set ends = [('[0-9]{4}', ''), ('([01][0-9]|2[0-5])', '20'), ('[2-9][0-9]', '19')] -%}
case
    {%- for day_first in [false, true] %}
    {%- for end, century in ends %}
    {%- set pattern = '^([0-9]+)[^0-9]+([0-9]+)[^0-9]+([0-9]+)$' -%}
    {%- set orders = ['\\2-\\1', '\\1-\\2'] if day_first else ['\\1-\\2', '\\2-\\1'] %}
    when {{ "" if day_first else text ~ " not like '%.%' and coalesce(" ~ country ~ ", 'US') = 'US' and " -}}
        {{ has_pattern(text, '[^0-9]' ~ end ~ '$') }}
        then coalesce({% for order in orders %}{{ _date_of(text, pattern, century ~ '\\3-' ~ order) }}{{ ', ' if not loop.last }}{% endfor %})
    {%- endfor %}
    {%- endfor %}
end
{%- endmacro %}
