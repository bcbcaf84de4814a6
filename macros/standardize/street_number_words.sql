{#- How many words of a street line are its house number: those in front, or (side = 'behind') those at the end.
    '12 bis rue Monge', front -> 2; 'Hauptstr. 5 a' in DE, behind -> 2; '123 Main St' in US, front -> 1
    Reads what street_parts knows of the line's words: number_in_front, number_behind, letter_behind, second_word, number_stands. -#}
{% macro street_number_words(side) -%}
case
    {%- if side == 'front' %}
    when not number_in_front then 0
    when number_stands = 'behind' and (number_behind or letter_behind) then 0
    when lower(second_word) in ('bis', 'ter', 'quater') then 2
    else 1
    {%- else %}
    when not (number_behind or letter_behind) then 0
    when number_in_front and number_stands = 'in front' then 0
    when number_behind then 1
    else 2
    {%- endif %}
end
{%- endmacro %}

{#- Where a country writes the house number.
    'DE' -> 'behind', 'US' -> 'in front' -#}
{% macro house_number_place(country) -%}
case when {{ country }} in (
    'DE', 'AT', 'CH', 'ES', 'IT', 'NL', 'BE', 'PT', 'DK', 'SE', 'NO', 'FI', 'PL', 'CZ', 'BR', 'MX'
) then 'behind' else 'in front' end
{%- endmacro %}
