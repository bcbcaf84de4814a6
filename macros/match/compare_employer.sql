{#- How the organizations that two persons belong to agree: 0 different, 1 similar, 2 same. Null when one is missing.
    l: 'bosch', r: 'bosch power tools' -> 1 -#}
{% macro compare_employer() -%}
case
    when l.organization_name is null or r.organization_name is null then null
    when l.organization_name = r.organization_name then 2
    when {{ words_contained('l.organization_name', 'r.organization_name') }} then 1
    when {{ jaro_winkler('l.organization_name', 'r.organization_name') }} >= 0.92 then 1
    else 0
end
{%- endmacro %}
