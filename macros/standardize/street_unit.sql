{#- What kind of flat, suite or floor a street line names: `unit` (Apt 4B), `floor` (3º B, 2. OG links) or null. -#}
{% macro street_unit_kind(text) -%}
case
    when {{ has_pattern(text, _unit_pattern()) }} then 'unit'
    when {{ has_pattern(text, _floor_pattern()) }} then 'floor'
end
{%- endmacro %}

{#- The flat, suite or floor, without its word; null when there is none. kind is what street_unit_kind says.
    '123 Main St Apt 4B' -> '4b', 'Flat 3, 12 High Street' -> '3', 'Calle Mayor 12, 3º B' -> '3b', 'Weg 5, 2. OG' -> '2og' -#}
{% macro street_unit(text, kind) -%}
case {{ kind }}
    when 'unit' then {{ replace_pattern('lower(' ~ find_pattern(text, _unit_pattern(), 3) ~ ')', '[^0-9a-z]+', '') }}
    when 'floor' then {{ replace_pattern(replace_pattern(_plain_vowels(find_pattern(text, _floor_pattern(), 2)), ' ?(er|e|eme|nd) ?etage$|[oa] ', ''), '[^0-9a-z]+', '') }}
end
{%- endmacro %}

{#- A street line without its flat, suite or floor.
    '123 Main St Apt 4B' -> '123 Main St' -#}
{% macro street_without_unit(text, kind) -%}
case {{ kind }}
    when 'unit' then {{ replace_pattern(text, _unit_pattern(), ' ') }}
    when 'floor' then {{ replace_pattern(text, _floor_pattern(), '\\1') }}
    else {{ text }}
end
{%- endmacro %}

{% macro _plain_vowels(text) %}replace(replace(replace(lower({{ text }}), 'á', 'a'), 'é', 'e'), 'è', 'e'){% endmacro %}

{% macro _unit_pattern() -%}
(?i)(^|[ ,])(apt|apartment|apto|appt|app|appartement|suite|ste|unit|flat|room|rm|fl|floor|bldg|building|lot|trlr|spc|whg|wohnung|wohnungsnr|we|piso|puerta|pta|planta|esc|escalera|[eé]tage|b[aâ]t|b[aâ]timent|porte|int|interno|scala|piano|#)([.:]? ?#? ?[0-9]{1,4}[- ]?[a-z]?|[.:# ]+[a-z][0-9]{0,4})($|[ ,])
{%- endmacro %}

{#- Kept is what comes before (the first group). -#}
{% macro _floor_pattern() -%}
(?i)([0-9a-z.],? +|, *)(([0-9]{1,2}[.] ?(og|stock|etage|obergeschoss)|eg|dg|ug|erdgeschoss|dachgeschoss|souterrain)( ?(links|rechts|li|re|mitte|hinten|vorne)[.]?)?|[0-9]{1,2} ?(er|e|[èe]me|nd) ?[ée]tage|rdc|rez-de-chauss[ée]e|[0-9]{1,2} ?[ºª°] ?[0-9a-zºª°]{0,5}[.]?|[0-9]{1,2}[oa] [a-z]|bajos?|[áa]tico)$
{%- endmacro %}
