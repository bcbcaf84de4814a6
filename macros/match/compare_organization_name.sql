{#- How two organizations' core names agree: 0 different, 1 a rare word in common, 2 one is the other's acronym, 3 one contains
    the other, 4 misspelt, 5 same words in another order or one trades under the other's name, then equal names by how rare they are (6 common, 7, 8 rare).
    l: 'bosch power tools', r: 'power tools bosch' -> 5 -#}
{% macro compare_organization_name() -%}
case
    when l.name is null or r.name is null then null
    when l.name = r.name then 6 + l.name_rarity
    when l.sorted_name = r.sorted_name then 5
    when l.trading_name = r.name or l.name = r.trading_name or l.trading_name = r.trading_name then 5
    when {{ jaro_winkler('l.name', 'r.name') }} >= 0.92 and {{ edit_distance('l.name', 'r.name') }} <= 2 then 4
    when replace(l.name, ' ', '') = replace(r.name, ' ', '') then 4
    when {{ words_contained('l.name', 'r.name') }} then 3
    when l.name = r.acronym or l.acronym = r.name then 2
    when shared.rare_word > 0 then 1
    else 0
end
{%- endmacro %}
