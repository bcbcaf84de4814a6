{#- The schema a model lives in is the one its layer names, without a prefix: `core` -> core. -#}
{% macro generate_schema_name(custom_schema_name, node) -%}
    {%- set schema = (custom_schema_name or target.schema) | trim -%}
    {{ unpublished_schema(schema) if node.resource_type == 'model' and node.fqn[1] == 'marts' else schema }}
{%- endmacro %}
