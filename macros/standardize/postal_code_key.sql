{#- The part of a postal code that two spellings of one address share.
    '12345-6789' in US -> '12345', 'SW1A 1AA' in GB -> 'SW1A1AA' -#}
{% macro postal_code_key(postal_code, country) -%}
case when {{ country }} = 'US' then substr({{ postal_code }}, 1, 5) else replace(replace({{ postal_code }}, ' ', ''), '-', '') end
{%- endmacro %}
