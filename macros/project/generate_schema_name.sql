{#- The schema a model lives in is the one its layer names, without a prefix: `core` -> core. -#}
{% macro generate_schema_name(custom_schema_name, node) -%}
    {{ (custom_schema_name or target.schema) | trim }}
{%- endmacro %}
