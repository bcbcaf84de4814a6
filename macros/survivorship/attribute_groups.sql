{#- Which group each canonical attribute survives with; an identifier is a group of its own.
    attribute_groups() -> [{'attribute': 'city', 'group': 'address'}, {'attribute': 'vat_id', 'group': 'vat_id'}, ...] -#}
{% macro attribute_groups() -%}
{%- set groups = [] -%}
{%- for attribute in var('canonical_attributes') -%}
{%- set group = attribute.name if attribute.group == 'identifiers' else attribute.group -%}
{%- do groups.append({'attribute': attribute.name, 'group': group}) -%}
{%- endfor -%}
{{ return(groups) }}
{%- endmacro %}
