{#- The types of a contract as Spark calls them: text is string, double precision double. -#}
{% macro spark__get_empty_schema_sql(columns) %}
    {%- set named = {} -%}
    {%- for name, column in columns.items() -%}
        {%- do named.update({name: dict(column, data_type=column_type(column['data_type']))}) -%}
    {%- endfor -%}
    {{ return(dbt.default__get_empty_schema_sql(named)) }}
{% endmacro %}
