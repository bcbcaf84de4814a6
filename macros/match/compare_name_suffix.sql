{#- Whether two generational suffixes agree: 0 different, 1 same. Null when one is missing.
    l: 'jr', r: 'sr' -> 0 -#}
{% macro compare_name_suffix() -%}
case
    when l.name_suffix is null or r.name_suffix is null then null
    when l.name_suffix = r.name_suffix then 1
    else 0
end
{%- endmacro %}
