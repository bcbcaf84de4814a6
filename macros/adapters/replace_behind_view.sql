{#- Spark's tables cannot be changed: a query's rows become a new table, the view that stands for the table turns to it in one
    step, and older ones are dropped. A crash leaves the view on the old rows or on the new ones.

    replace_behind_view('inbox', 'build_runs', 'select ...') -> inbox.build_runs reads inbox.build_runs__20261130175500123456 -#}
{% macro replace_behind_view(schema, name, sql) %}
    {%- set fresh = name ~ '__' ~ modules.datetime.datetime.now(modules.pytz.utc).strftime('%Y%m%d%H%M%S%f') -%}
    {% do run_query('create table ' ~ schema ~ '.' ~ fresh ~ ' using parquet as\n' ~ sql) %}
    {% do run_query('create or replace view ' ~ schema ~ '.' ~ name ~ ' as select * from ' ~ schema ~ '.' ~ fresh) %}
    {%- for row in run_query('show tables in ' ~ schema ~ " like '" ~ name ~ "__*'").rows if row[1] != fresh %}
        {% do run_query('drop table ' ~ schema ~ '.' ~ row[1]) %}
    {%- endfor %}
{% endmacro %}
