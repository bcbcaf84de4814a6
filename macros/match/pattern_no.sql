{#- One integer for the levels of all comparisons of a match model, a missing level counting as -1.
    pattern_no('person') -> 'cast(coalesce(person_name, -1) + 1 as bigint) * 1 + ...';  pattern_no 0 = everything missing -#}
{% macro pattern_no(match_model) -%}
{%- set radix = namespace(value=1) -%}
{%- for comparison in var('comparisons')[match_model] %}
{{ '+ ' if not loop.first }}cast(coalesce({{ comparison.name }}, -1) + 1 as bigint) * {{ radix.value }}
{%- set radix.value = radix.value * (comparison.levels + 1) -%}
{%- endfor -%}
{%- endmacro %}
