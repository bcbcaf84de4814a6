{#- The flat, suite or floor in a street line, without its word; null when there is none.
    '123 Main St Apt 4B' -> '4b', 'Flat 3, 12 High Street' -> '3', 'Calle Mayor 12, 3º B' -> '3b' -#}
{% macro street_unit(text) -%}
case
    when {{ has_pattern(text, _unit_pattern()) }}
        then lower(replace({{ find_pattern(text, _unit_pattern(), 3) }}, ' ', ''))
    when {{ text }} like '%º%' or {{ text }} like '%ª%' or {{ text }} like '%°%'
        then nullif(lower({{ replace_pattern(find_pattern(text, _floor_pattern()), '[^0-9a-zA-Z]+', '') }}), '')
end
{%- endmacro %}

{#- A street line without its flat, suite or floor.
    '123 Main St Apt 4B' -> '123 Main St' -#}
{% macro _street_without_unit(text) -%}
case
    when {{ has_pattern(text, _unit_pattern()) }} then {{ replace_pattern(text, _unit_pattern(), ' ') }}
    when {{ text }} like '%º%' or {{ text }} like '%ª%' or {{ text }} like '%°%' then {{ replace_pattern(text, _floor_pattern(), '') }}
    else {{ text }}
end
{%- endmacro %}

{% macro _unit_pattern() -%}
(?i)(^|[ ,])(apt|apartment|apto|appt|app|appartement|suite|ste|unit|flat|room|rm|whg|wohnung|wohnungsnr|piso|puerta|pta|planta|[eé]tage|#)[.:]? ?#? ?([0-9]+[- ]?[a-z]?|[a-z][0-9]{0,4})($|[ ,])
{%- endmacro %}

{% macro _floor_pattern() %}[ ,]+[0-9]{1,2} ?[ºª°] ?[0-9A-Za-zºª°]{0,4}\.?$|[ ,]+[Bb]ajo$|[ ,]+[ÁáAa]tico${% endmacro %}
