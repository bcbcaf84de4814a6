{#- The comparisons of all match models, each name once, in the order of var comparisons.
    comparison_names() -> ['person_name', 'middle_name', ..., 'organization_name', 'legal_form', 'domain'] -#}
{% macro comparison_names() -%}
{%- set names = [] -%}
{%- for comparisons in var('comparisons').values() -%}
{%- for comparison in comparisons if comparison.name not in names -%}
{%- do names.append(comparison.name) -%}
{%- endfor -%}
{%- endfor -%}
{{ return(names) }}
{%- endmacro %}
