{#- Spark makes a seed in one statement: dbt's own way would insert it in batches of one file each. -#}
{% macro spark__create_csv_table(model, agate_table) %}
    {%- set types = model.config.get('column_types', {}) -%}
    {%- set sql -%}
    create table {{ this }} using parquet as
    select
        {%- for name in agate_table.column_names %}
        cast({{ name }} as {{ column_type(types.get(name, adapter.convert_type(agate_table, loop.index0))) }}) as {{ name }}{{ ',' if not loop.last }}
        {%- endfor %}
    from {% if agate_table.rows %}values
        {%- for row in agate_table.rows %}
        ({% for value in row %}{{ _spark_literal(value) }}{{ ', ' if not loop.last }}{% endfor %}){{ ',' if not loop.last }}
        {%- endfor %} as seed ({{ agate_table.column_names | join(', ') }})
    {%- else %}values ({% for name in agate_table.column_names %}null{{ ', ' if not loop.last }}{% endfor %}) as seed ({{ agate_table.column_names | join(', ') }})
    where false
    {%- endif %}
    {%- endset -%}
    {% call statement('_') %}{{ sql }}{% endcall %}
    {{ return('-- ' ~ agate_table.rows | length ~ ' rows of ' ~ model.original_file_path) }}
{% endmacro %}

{% macro spark__load_csv_rows(model, agate_table) %}{{ return('') }}{% endmacro %}

{#- A value as text: what it becomes its column's cast says. -#}
{% macro _spark_literal(value) -%}
{%- if value is none -%}null{%- else -%}'{{ value | string | replace('\\', '\\\\') | replace("'", "''") }}'{%- endif -%}
{%- endmacro %}
