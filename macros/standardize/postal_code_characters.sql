{#- The letters and digits of a postal code, without the country that Europeans put in front and a city behind.
    'D-50667' in DE -> '50667', 'sw1a 1aa' in GB -> 'SW1A1AA', '1010 Wien' in AT -> '1010' -#}
{% macro postal_code_characters(text, country) -%}
case
    when not {{ has_pattern(text, '[^0-9]') }} then {{ text }}
    when {{ country }} = 'NL' then upper({{ replace_pattern(text, '^ *[Nn][Ll]|[^a-zA-Z0-9]+', '') }})
    when {{ is_word_among(country, 'at au be br ch cz de dk es fi fr in it jp mx no nz pl pt se us'.split(' ')) }}
        then {{ _without_country_in_front(replace_pattern(_digits_in_front(text), '[^A-Z0-9]+', '')) }}
    else upper({{ replace_pattern(text, '[^a-zA-Z0-9]+', '') }})
end
{%- endmacro %}

{#- A letter typed for a digit must stay, so that the code is found wrong: only separated and known countries go. -#}
{% macro _digits_in_front(text) -%}
{{ replace_pattern("upper(" ~ text ~ ")", '^[^A-Z0-9]*[A-Z]{1,3}[^A-Z0-9]+([0-9])| +[^0-9]+$', '\\1') }}
{%- endmacro %}

{% macro _without_country_in_front(characters) -%}
{{ replace_pattern(characters, '^(DE?|FR?|ES|IT|AT?|BE?|CH|DK|SE|NO|FI|PL|PT|CZ|US)([0-9]{4,})$', '\\2') }}
{%- endmacro %}
