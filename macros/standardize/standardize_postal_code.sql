{#- The characters of a postal code as its country writes them; zeros that a spreadsheet ate come back.
    'SW1A1AA' in GB -> 'SW1A 1AA', '1067' in DE -> '01067', '123456789' in US -> '12345-6789' -#}
{% macro standardize_postal_code(characters, country) -%}
case
    when {{ characters }} = '' then null
    when length({{ characters }}) = 9 and {{ country }} = 'US' then substr({{ characters }}, 1, 5) || '-' || substr({{ characters }}, 6)
    when length({{ characters }}) = 4 and {{ country }} in ('DE', 'FR', 'ES', 'IT', 'US') then '0' || {{ characters }}
    when length({{ characters }}) between 5 and 7 and {{ country }} in ('GB', 'CA')
        then substr({{ characters }}, 1, length({{ characters }}) - 3) || ' ' || substr({{ characters }}, length({{ characters }}) - 2)
    else {{ characters }}
end
{%- endmacro %}
