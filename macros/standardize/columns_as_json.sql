{#- Some columns of a relation as one JSON object in text.
    'records', ['city', 'unit'] -> '{"city":"Bonn","unit":null}' -#}
{% macro columns_as_json(relation, columns) -%}
{%- set members = {} -%}
{%- for column in columns -%}
{%- do members.update({column: relation ~ '.' ~ ('website_domain' if column == 'website' and relation == 'records' else column)}) -%}
{%- endfor -%}
{{ json_object(members) }}
{%- endmacro %}
