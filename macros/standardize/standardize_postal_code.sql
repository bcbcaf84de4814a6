{#- The characters of a postal code as its country writes them; zeros that a spreadsheet ate come back.
    'SW1A1AA' in GB -> 'SW1A 1AA', '1067' in DE -> '01067', '123456789' in US -> '12345-6789', '00950' in PL -> '00-950' -#}
{% macro standardize_postal_code(characters, country) -%}
case
    when {{ characters }} = '' then null
    when {{ has_pattern(characters, '[^0-9]') }} then case
        when length({{ characters }}) between 5 and 7 and {{ country }} in ('GB', 'CA')
            then substr({{ characters }}, 1, length({{ characters }}) - 3) || ' ' || substr({{ characters }}, length({{ characters }}) - 2)
        when length({{ characters }}) = 6 and {{ country }} = 'NL' then substr({{ characters }}, 1, 4) || ' ' || substr({{ characters }}, 5)
        when length({{ characters }}) = 7 and {{ country }} = 'IE' then substr({{ characters }}, 1, 3) || ' ' || substr({{ characters }}, 4)
        else {{ characters }} end
    when {{ country }} in ('DE', 'FR', 'ES', 'IT', 'MX', 'FI', 'US') then case
        when length({{ characters }}) = 4 or (length({{ characters }}) = 3 and {{ country }} in ('FI', 'US')) then lpad({{ characters }}, 5, '0')
        when length({{ characters }}) between 8 and 9 and {{ country }} = 'US'
            then substr(lpad({{ characters }}, 9, '0'), 1, 5) || '-' || substr(lpad({{ characters }}, 9, '0'), 6)
        else {{ characters }} end
    {%- for country_code, length, places, separator in [('PL', 5, 2, '-'), ('PT', 7, 4, '-'), ('BR', 8, 5, '-'), ('JP', 7, 3, '-'),
        ('SE', 5, 3, ' '), ('CZ', 5, 3, ' ')] %}
    when {{ country }} = '{{ country_code }}' and length({{ characters }}) = {{ length }}
        then substr({{ characters }}, 1, {{ places }}) || '{{ separator }}' || substr({{ characters }}, {{ places + 1 }})
    {%- endfor %}
    when {{ country }} = 'BR' and length({{ characters }}) = 7 then '0' || substr({{ characters }}, 1, 4) || '-' || substr({{ characters }}, 5)
    when {{ country }} = 'JP' and length({{ characters }}) = 6 then '0' || substr({{ characters }}, 1, 2) || '-' || substr({{ characters }}, 3)
    when {{ country }} in ('NO', 'AU', 'DK', 'NZ') and length({{ characters }}) = 3 then '0' || {{ characters }}
    else {{ characters }}
end
{%- endmacro %}
