{#- Whether two generational suffixes agree: 0 different, 1 only one is stated, 2 same. Null when both are missing.
    l: 'jr', r: 'sr' -> 0 -#}
{% macro compare_name_suffix() -%}
case
    when l.name_suffix is null and r.name_suffix is null then null
    when l.name_suffix is null or r.name_suffix is null then 1
    when l.name_suffix = r.name_suffix then 2
    else 0
end
{%- endmacro %}
