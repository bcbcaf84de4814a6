{#- The letters and digits of a postal code, without the country that Europeans put in front.
    'D-50667' in DE -> '50667', 'sw1a 1aa' in GB -> 'SW1A1AA' -#}
{% macro postal_code_characters(text, country) -%}
case
    when not {{ has_pattern(text, '[^0-9]') }} then {{ text }}
    when {{ country }} in ('DE', 'FR', 'ES', 'IT', 'AT', 'CH', 'BE') then {{ replace_pattern(text, '[^0-9]+', '') }}
    else upper({{ replace_pattern(text, '[^a-zA-Z0-9]+', '') }})
end
{%- endmacro %}
