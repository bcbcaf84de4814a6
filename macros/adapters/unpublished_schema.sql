{#- Where the marts of a schema stand until they are published: beside what is published, or in a database of their own.
    'core' -> 'core' (DuckDB), 'next_core' (PostgreSQL) -#}
{% macro unpublished_schema(schema) %}{{ return(adapter.dispatch('unpublished_schema', 'customer_master')(schema)) }}{% endmacro %}

{% macro default__unpublished_schema(schema) %}{{ return(schema) }}{% endmacro %}

{% macro postgres__unpublished_schema(schema) %}{{ return('next_' ~ schema) }}{% endmacro %}

{% macro spark__unpublished_schema(schema) %}{{ return('next_' ~ schema) }}{% endmacro %}
