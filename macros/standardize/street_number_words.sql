{#- How many words of a street line are its house number: those in front, or (side = 'behind') those at the end.
    '12 bis rue Monge', front -> 2; 'Hauptstr. 5 a' in DE, behind -> 2; '123 Main St' in US, front -> 1 -#}
{% macro street_number_words(side, text, country) -%}
{%- set number_behind = is_house_number(_nth_word(text, -1)) -%}
{%- set number_letter_behind = "(length(" ~ _nth_word(text, -1) ~ ") = 1 and " ~ is_house_number(_nth_word(text, -2)) ~ ")" -%}
{%- set number_in_front = is_house_number(_nth_word(text, 1)) -%}
case
    when {{ text }} not like '% %' then 0
    {%- if side == 'front' %}
    when not {{ number_in_front }} then 0
    when {{ country }} in ({{ _countries_with_number_behind() }}) and ({{ number_behind }} or {{ number_letter_behind }}) then 0
    when lower({{ _nth_word(text, 2) }}) in ('bis', 'ter', 'quater') then 2
    else 1
    {%- else %}
    when not ({{ number_behind }} or {{ number_letter_behind }}) then 0
    when {{ number_in_front }} and coalesce({{ country }}, '') not in ({{ _countries_with_number_behind() }}) then 0
    when {{ number_behind }} then 1
    else 2
    {%- endif %}
end
{%- endmacro %}

{% macro _countries_with_number_behind() -%}
'DE', 'AT', 'CH', 'ES', 'IT', 'NL', 'BE', 'PT', 'DK', 'SE', 'NO', 'FI', 'PL', 'CZ', 'BR', 'MX'
{%- endmacro %}
