{#- Whether a word of a street line is a house number.
    '12' -> true, '12b' -> true, '12-14' -> true, '42nd' -> false, '2nd' -> false -#}
{% macro is_house_number(word) -%}
(
    substr({{ word }}, 1, 1) in ('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')
    and (
        length(translate({{ word }}, '0123456789', '')) <= 1
        or (length(translate({{ word }}, '0123456789-/', '')) <= 1 and length({{ word }}) <= 9)
        or lower(translate({{ word }}, '0123456789', '')) in ('bis', 'ter')
    )
)
{%- endmacro %}
