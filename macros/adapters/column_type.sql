{#- A column type of this project as the engine calls it: column_type('double') -> double precision (PostgreSQL). -#}
{% macro column_type(name) %}{{ return(adapter.dispatch('column_type', 'customer_master')(name)) }}{% endmacro %}

{% macro default__column_type(name) %}{{ return(name) }}{% endmacro %}

{% macro postgres__column_type(name) %}{{ return({'double': 'double precision', 'ubigint': 'bigint'}.get(name, name)) }}{% endmacro %}

{% macro spark__column_type(name) %}{{ return({'text': 'string', 'varchar': 'string', 'double precision': 'double', 'ubigint': 'bigint'}.get(name | lower, name)) }}{% endmacro %}
