{#- The match models a project has comparisons for, with the number each has in pair tables.
    match_models() -> [{'no': 1, 'name': 'person'}, {'no': 2, 'name': 'organization'}] -#}
{% macro match_models() -%}
{%- set models = [] -%}
{%- for name in var('comparisons') -%}{%- do models.append({'no': loop.index, 'name': name}) -%}{%- endfor -%}
{{ return(models) }}
{%- endmacro %}
