{#- The level of one entry of var comparisons: compare({'name': 'email', 'levels': 4}) -> what compare_email() says. -#}
{% macro compare(comparison) -%}
    {{- compare_text(comparison.name) if comparison.get('text') else context['compare_' ~ comparison.name]() -}}
{%- endmacro %}
