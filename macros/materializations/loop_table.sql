{#- Makes (again) one temporary table of a materialization that loops, and returns its name.

    loop_table('edges', 'select 1 as record_no_l, 2 as record_no_r') -> 'match_components__edges', holding one row -#}
{% macro loop_table(name, sql) %}
    {% set table = model.name ~ '__' ~ name %}
    {% do drop_loop_table(table) %}
    {% do run_query('create temporary table ' ~ table ~ ' as\n' ~ sql) %}
    {% do return(table) %}
{% endmacro %}
