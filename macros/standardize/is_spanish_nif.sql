{#- Whether a text is a Spanish tax number of a person (DNI, NIE) or an organization (CIF), by its check character.
    '12345678Z' -> true, 'X2482300W' -> true, 'A58818501' -> true, 'B64717839' -> false -#}
{% macro is_spanish_nif(text) -%}
case
    when {{ has_pattern(text, '^[0-9]{8}[A-Z]$') }} then {{ _nif_letter(text, digits_as_number(text, 1, 8)) }}
    when {{ has_pattern(text, '^[XYZ][0-9]{7}[A-Z]$') }}
        then {{ _nif_letter(text, "(ascii(" ~ text ~ ") - 88) * 10000000 + " ~ digits_as_number(text, 2, 7)) }}
    when {{ has_pattern(text, '^[KLM][0-9]{7}[A-Z]$') }} then {{ _nif_letter(text, digits_as_number(text, 2, 7)) }}
    when {{ has_pattern(text, '^[ABCDEFGHJNPQRSUVW][0-9]{7}[0-9A-J]$') }} then {{ _has_cif_check(text) }}
    else false
end
{%- endmacro %}

{% macro _nif_letter(text, number) -%}
substr('TRWAGMYFPDXBNJZSQVHLCKE', cast(1 + ({{ number }}) % 23 as integer), 1) = substr({{ text }}, 9, 1)
{%- endmacro %}

{#- Which organizations end in a digit and which in a letter is told differently by different sources: either check value will do. -#}
{% macro _has_cif_check(text) -%}
{%- set sum -%}
({% for place in range(2, 9) -%}
    {%- set digit = digit_at(text, place) -%}
    {%- if place % 2 == 0 %}({{ digit }} * 2 - case when {{ digit }} > 4 then 9 else 0 end){% else %}{{ digit }}{% endif %}{{ ' + ' if not loop.last }}
    {%- endfor %})
{%- endset -%}
case
    when substr({{ text }}, 9, 1) < 'A' then (10 - {{ sum }} % 10) % 10 = {{ digit_at(text, 9) }}
    else substr('JABCDEFGHI', 1 + (10 - {{ sum }} % 10) % 10, 1) = substr({{ text }}, 9, 1)
end
{%- endmacro %}
