{#- One comparison's level back out of a pattern_no, -1 when it was missing.
    pattern_level('person', 'middle_name') -> 'cast(floor(pattern_no / 26) ... % 4 - 1 as integer)' -#}
{% macro pattern_level(match_model, comparison_name, pattern='pattern_no') -%}
{%- set radix = namespace(value=1) -%}
{%- for comparison in var('comparisons')[match_model] -%}
{%- if comparison.name == comparison_name -%}
cast(({{ pattern }} % {{ radix.value * (comparison.levels + 1) }} - {{ pattern }} % {{ radix.value }}) / {{ radix.value }} as integer) - 1
{%- endif -%}
{%- set radix.value = radix.value * (comparison.levels + 1) -%}
{%- endfor -%}
{%- endmacro %}
