{#- A folded city name as it is compared: spelled-out umlauts plain, saints spelled out.
    'st gallen' -> 'saint gallen', 'duesseldorf' -> 'dusseldorf' -#}
{% macro city_key(folded_city) -%}
case
    when {{ folded_city }} like 'st %' then 'saint ' || substr({{ folded_city }}, 4)
    when {{ folded_city }} like 'sankt %' then 'saint ' || substr({{ folded_city }}, 7)
    else {{ fold_umlauts(folded_city) }}
end
{%- endmacro %}
