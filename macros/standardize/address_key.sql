{#- One text for one dwelling or office; null without a street and a place.
    'US|10001|main street|12|4b' -#}
{% macro address_key(address) -%}
case when {{ address }}.street_key is not null and coalesce({{ address }}.postal_code_key, {{ address }}.city_key) is not null
    then coalesce({{ address }}.country, '') || '|' || coalesce({{ address }}.postal_code_key, {{ address }}.city_key) || '|'
        || {{ address }}.street_key || '|' || coalesce({{ address }}.house_number, '') || '|' || coalesce({{ address }}.unit, '') end
{%- endmacro %}
