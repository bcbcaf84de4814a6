{#- The schema that holds the published state: published.state (DuckDB: in the attached file), state (PostgreSQL),
    state_v7 (Spark: of version 7). -#}
{% macro published_state() %}{{ return(adapter.dispatch('published_state', 'customer_master')()) }}{% endmacro %}

{% macro duckdb__published_state() %}{{ return('published.state') }}{% endmacro %}

{% macro postgres__published_state() %}{{ return('state') }}{% endmacro %}

{#- What was published of `state`: {'customer_redirects': ['old_customer_id', ...]}, {} before the first publication. -#}
{% macro published_state_columns() %}{{ return(adapter.dispatch('published_state_columns', 'customer_master')()) }}{% endmacro %}

{% macro duckdb__published_state_columns() %}
    {{ return(_columns_by_table("select table_name, column_name from duckdb_columns()
        where database_name = 'published' and schema_name = 'state' order by table_name, column_index")) }}
{% endmacro %}

{% macro postgres__published_state_columns() %}
    {{ return(_columns_by_table("select table_name, column_name from information_schema.columns
        where table_schema = 'state' order by table_name, ordinal_position")) }}
{% endmacro %}

{% macro spark__published_state_columns() %}
    {{ return({} if published_state() == 'state_v0' else spark_columns(published_state())) }}
{% endmacro %}

{% macro _columns_by_table(query) %}
    {% set tables = {} %}
    {% for row in run_query(query).rows %}
        {% do tables.setdefault(row[0], []).append(row[1]) %}
    {% endfor %}
    {{ return(tables) }}
{% endmacro %}

{#- {table or view of a schema: its columns}; Spark has no table that lists them. -#}
{% macro spark_columns(schema) %}
    {% set tables = {} %}
    {% for row in run_query('show tables in ' ~ schema).rows %}
        {% set relation = api.Relation.create(schema=schema, identifier=row[1]) %}
        {% do tables.update({row[1]: adapter.get_columns_in_relation(relation) | map(attribute='name') | list}) %}
    {% endfor %}
    {{ return(tables) }}
{% endmacro %}

{#- The greatest version that is whole, 0 before the first: its table `publication` is made last. -#}
{% macro spark__published_state() %}
    {%- set versions = [0] -%}
    {%- for row in run_query("show databases like 'state_v*'").rows -%}
        {%- if run_query('show tables in ' ~ row[0] ~ " like 'publication'").rows | length -%}
            {%- do versions.append(row[0][7:] | int) -%}
        {%- endif -%}
    {%- endfor -%}
    {{ return('state_v' ~ versions | max) }}
{% endmacro %}
