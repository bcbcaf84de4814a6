{#- Whether a word of a street line is a house number.
    '12' -> true, '12b' -> true, '12-14' -> true, '42nd' -> false, '2nd' -> false -#}
{% macro is_house_number(word) -%}
({{ has_pattern(word, '^[0-9]+([^0-9]?[0-9]*|[Bb][Ii][Ss]|[Tt][Ee][Rr])$') }}
        or (length({{ word }}) <= 9 and {{ has_pattern(word, '^[0-9][-0-9/]*[^-0-9/]?[-0-9/]*$') }}))
{%- endmacro %}
