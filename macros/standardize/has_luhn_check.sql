{#- Whether the digits of a text, from a place on, pass the Luhn test.
    '732829320', 9 -> true (a SIREN) -#}
{% macro has_luhn_check(text, length, first=1) -%}
{{ luhn_sum(text, length, first) }} % 10 = 0
{%- endmacro %}

{#- The digits of a text, every second one from the last but one backwards doubled and reduced to one digit, added up. -#}
{% macro luhn_sum(text, length, first=1) -%}
({% for place in range(length) -%}
    {%- set digit = digit_at(text, first + place) -%}
    {%- if (length - place) % 2 == 0 %}({{ digit }} * 2 - case when {{ digit }} > 4 then 9 else 0 end){% else %}{{ digit }}{% endif %}{{ ' + ' if not loop.last }}
    {%- endfor %})
{%- endmacro %}
