{#- Makes (again) one temporary table of a materialization that loops, and returns its name.

    loop_table('edges', 'select 1 as record_no_l, 2 as record_no_r') -> 'match_components__edges', holding one row -#}
{% macro loop_table(name, sql) %}
    {% set table = adapter.dispatch('loop_table_name', 'customer_master')(name) %}
    {% do drop_loop_table(table) %}
    {% do adapter.dispatch('make_loop_table', 'customer_master')(table, sql) %}
    {% do return(table) %}
{% endmacro %}

{% macro default__loop_table_name(name) %}{{ return(model.name ~ '__' ~ name) }}{% endmacro %}

{#- Spark has no temporary tables, and a temporary view would be worked out anew in every round. -#}
{% macro spark__loop_table_name(name) %}{{ return(model.schema ~ '.' ~ model.name ~ '__' ~ name) }}{% endmacro %}

{% macro default__make_loop_table(table, sql) %}
    {% do run_query('create temporary table ' ~ table ~ ' as\n' ~ sql) %}
{% endmacro %}

{#- PostgreSQL counts temporary tables only when it is told to, and without that plans the next round blindly. -#}
{% macro postgres__make_loop_table(table, sql) %}
    {% do customer_master.default__make_loop_table(table, sql) %}
    {% do run_query('analyze ' ~ table) %}
{% endmacro %}

{% macro spark__make_loop_table(table, sql) %}
    {% do run_query('create table ' ~ table ~ ' using parquet as\n' ~ sql) %}
{% endmacro %}
