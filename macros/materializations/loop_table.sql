{#- Makes (again) one temporary table of a materialization that loops, and returns its name.

    loop_table('edges', 'select 1 as record_no_l, 2 as record_no_r') -> 'match_components__edges', holding one row -#}
{% macro loop_table(name, sql) %}
    {% set table = model.name ~ '__' ~ name %}
    {% do drop_loop_table(table) %}
    {% do run_query('create temporary table ' ~ table ~ ' as\n' ~ sql) %}
    {% do adapter.dispatch('plan_by_loop_table', 'customer_master')(table) %}
    {% do return(table) %}
{% endmacro %}

{#- What the engine must know of the table to plan with it: PostgreSQL counts temporary tables only when it is told to. -#}
{% macro default__plan_by_loop_table(table) %}{% endmacro %}

{% macro postgres__plan_by_loop_table(table) %}{% do run_query('analyze ' ~ table) %}{% endmacro %}
