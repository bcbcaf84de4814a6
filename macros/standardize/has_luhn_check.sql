{#- Whether the digits of a text pass the Luhn test.
    '732829320', 9 -> true (a SIREN) -#}
{% macro has_luhn_check(text, length) -%}
({% for place in range(1, length + 1) -%}
    {%- set digit = digit_at(text, place) -%}
    {%- if (length - place) % 2 %}({{ digit }} * 2 - case when {{ digit }} > 4 then 9 else 0 end){% else %}{{ digit }}{% endif %}{{ ' + ' if not loop.last }}
    {%- endfor %}) % 10 = 0
{%- endmacro %}
