{#- How two middle names agree: 0 different, 1 one is the other's initial, 2 same. Null when one is missing.
    l: 'j', r: 'james' -> 1 -#}
{% macro compare_middle_name() -%}
case
    when l.middle_name is null or r.middle_name is null then null
    when l.middle_name = r.middle_name then 2
    when substr(l.middle_name, 1, 1) <> substr(r.middle_name, 1, 1) then 0
    when length(l.middle_name) = 1 or length(r.middle_name) = 1 then 1
    when {{ jaro_winkler('l.middle_name', 'r.middle_name') }} >= 0.88 then 2
    else 0
end
{%- endmacro %}
