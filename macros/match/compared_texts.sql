{#- The attributes that are compared as text: comparisons marked `text: true`, of any match model, each once.
    compared_texts() -> ['also_match_1'] -#}
{% macro compared_texts() -%}
{%- set texts = [] -%}
{%- for comparisons in var('comparisons').values() -%}
{%- for comparison in comparisons if comparison.get('text') and comparison.name not in texts -%}
{%- do texts.append(comparison.name) -%}
{%- endfor -%}
{%- endfor -%}
{{ return(texts) }}
{%- endmacro %}
