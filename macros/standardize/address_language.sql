{#- The language a country's streets are named in, as the street types seed calls it.
    'AT' -> 'de', 'US' -> 'en' -#}
{% macro address_language(country) -%}
case
    when {{ country }} in ('DE', 'AT', 'CH', 'LI') then 'de'
    when {{ country }} in ('FR', 'BE', 'LU', 'MC') then 'fr'
    when {{ country }} in ('ES', 'MX', 'AR', 'CL', 'CO', 'PE') then 'es'
    when {{ country }} = 'IT' then 'it'
    when {{ country }} = 'NL' then 'nl'
    else 'en'
end
{%- endmacro %}
