{#- The schema that holds the published state: published.state (DuckDB: in the attached file), state (PostgreSQL). -#}
{% macro published_state() %}{{ return(adapter.dispatch('published_state', 'customer_master')()) }}{% endmacro %}

{% macro duckdb__published_state() %}{{ return('published.state') }}{% endmacro %}

{% macro postgres__published_state() %}{{ return('state') }}{% endmacro %}

{#- Query: table_name and column_name of every column in it, in order. -#}
{% macro published_state_columns() %}{{ return(adapter.dispatch('published_state_columns', 'customer_master')()) }}{% endmacro %}

{% macro duckdb__published_state_columns() %}
select table_name, column_name from duckdb_columns()
where database_name = 'published' and schema_name = 'state' order by table_name, column_index
{% endmacro %}

{% macro postgres__published_state_columns() %}
select table_name, column_name from information_schema.columns
where table_schema = 'state' order by table_name, ordinal_position
{% endmacro %}
