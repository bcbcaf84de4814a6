{#- Shows schema `state` to a run as views on the last published file (empty tables before the first publish) and makes
    the inbox tables; runs before every dbt command that builds or tests.

    published.state.customer_redirects -> create view state.customer_redirects as select ... from published.state... -#}
{% macro prepare_state() %}
    {%- if execute -%}
        {{ adapter.dispatch('prepare_state', 'customer_master')() }}
    {%- endif -%}
{% endmacro %}

{% macro duckdb__prepare_state() %}
    {%- set published = published_state_columns() -%}
    {%- set versions = _published_schema_versions() if 'schema_versions' in published else {} -%}
    drop schema if exists state cascade;
    create schema state;
    create schema if not exists inbox;
    {%- for table, definition in state_tables().items() %}
        {%- do _check_state_version(table, definition, published.get(table), versions.get(table)) %}
        {%- if table in published %}
            create view state.{{ table }} as
            {{ _state_columns_of(definition, published_state() ~ '.' ~ table, published[table]) }};
        {%- else %}
            create table state.{{ table }} ({{ _column_definitions(definition) }});
        {%- endif %}
        {%- if definition.inbox %}
            create table if not exists inbox.{{ table }} ({{ _column_definitions(definition) }});
            {%- for column, type in definition.columns.items() %}
            alter table inbox.{{ table }} add column if not exists {{ column }} {{ column_type(type) }};
            {%- endfor %}
        {%- endif %}
    {%- endfor %}
{% endmacro %}

{#- PostgreSQL keeps `state` itself: tables are made when they are missing, new columns added at the end. -#}
{% macro postgres__prepare_state() %}
    {%- set published = published_state_columns() -%}
    {%- set versions = _published_schema_versions() if 'schema_versions' in published else {} -%}
    create schema if not exists state;
    create schema if not exists inbox;
    {%- for table, definition in state_tables().items() %}
        {%- do _check_state_version(table, definition, published.get(table) if table in versions else none, versions.get(table)) %}
        {%- for schema in ['state', 'inbox'] if schema == 'state' or definition.inbox %}
            create table if not exists {{ schema }}.{{ table }} ({{ _column_definitions(definition) }});
            {%- for column, type in definition.columns.items() %}
            alter table {{ schema }}.{{ table }} add column if not exists {{ column }} {{ column_type(type) }};
            {%- endfor %}
        {%- endfor %}
    {%- endfor %}
{% endmacro %}

{#- Spark shows the last published version by views, and takes one statement a call. -#}
{% macro spark__prepare_state() %}
    {%- set source = published_state() -%}
    {%- set published = published_state_columns() -%}
    {%- set versions = _published_schema_versions() if published else {} -%}
    {% do run_query('create schema if not exists state') %}
    {% do run_query('create schema if not exists inbox') %}
    {%- set inbox = spark_columns('inbox') -%}
    {%- for table, definition in state_tables().items() %}
        {%- do _check_state_version(table, definition, published.get(table), versions.get(table)) %}
        {% do run_query('create or replace view state.' ~ table ~ ' as\n'
            ~ _state_columns_of(definition, source ~ '.' ~ table if table in published else none, published.get(table, []))) %}
        {%- if definition.inbox and inbox.get(table) != definition.columns | list %}
            {% do replace_behind_view('inbox', table,
                _state_columns_of(definition, 'inbox.' ~ table if table in inbox else none, inbox.get(table, []))) %}
        {%- endif %}
    {%- endfor %}
{% endmacro %}

{#- Query: the columns of a state table, null where the relation lacks one; no rows without a relation. -#}
{% macro _state_columns_of(definition, relation, columns) %}
select
    {%- for column, type in definition.columns.items() %}
    cast({{ column if column in columns else 'null' }} as {{ column_type(type) }}) as {{ column }}{{ ',' if not loop.last }}
    {%- endfor %}
{{ 'from ' ~ relation if relation else 'where false' }}
{% endmacro %}

{#- The columns of a state table as DDL: customer_redirects -> `old_customer_id bigint, customer_id bigint, ...`. -#}
{% macro _column_definitions(definition) -%}
    {%- for column, type in definition.columns.items() %}{{ column }} {{ column_type(type) }}{{ ', ' if not loop.last }}{% endfor -%}
{%- endmacro %}

{#- The schema versions it was written with: {'customer_redirects': 1}. -#}
{% macro _published_schema_versions() %}
    {% set versions = {} %}
    {% for row in run_query("select table_name, schema_version from " ~ published_state() ~ ".schema_versions").rows %}
        {% do versions.update({row[0]: row[1] | int}) %}
    {% endfor %}
    {% do return(versions) %}
{% endmacro %}

{#- Stops, with what to do, where a published table is missing, newer than this code, or not what its version says. -#}
{% macro _check_state_version(table, definition, columns, version) %}
    {% set where = "The published file's table state." ~ table %}
    {% if version is none and columns is none %}
        {% do return('') %}
    {% elif columns is none %}
        {% do exceptions.raise_compiler_error(where ~ " is missing although state.schema_versions lists it: the file is"
            ~ " damaged. Restore published/customer_master.duckdb from a backup.") %}
    {% elif version is none %}
        {% do exceptions.raise_compiler_error(where ~ " has no row in state.schema_versions: the file is damaged or was"
            ~ " edited. Restore published/customer_master.duckdb from a backup.") %}
    {% elif version > definition.schema_version %}
        {% do exceptions.raise_compiler_error(where ~ " has schema version " ~ version ~ ", this customer-master knows "
            ~ definition.schema_version ~ ": it was published by a newer release. Upgrade customer-master.") %}
    {% endif %}
    {% set missing = definition.columns | reject('in', columns) | list %}
    {% set removed = columns | reject('in', definition.columns) | list %}
    {% if removed or (missing and version == definition.schema_version) %}
        {% do exceptions.raise_compiler_error(where ~ " (schema version " ~ version ~ ") "
            ~ ("lacks " ~ missing | join(', ') if missing else "has the unknown columns " ~ removed | join(', '))
            ~ ": columns of macros/state/state_tables.sql are only added, at the end, with a higher schema_version.") %}
    {% endif %}
{% endmacro %}
