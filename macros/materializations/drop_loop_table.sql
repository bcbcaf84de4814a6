{#- Drops a temporary table made by loop_table: drop_loop_table('match_components__edges') -> the table is gone. -#}
{% macro drop_loop_table(table) %}
    {% do run_query('drop table if exists ' ~ table) %}
{% endmacro %}
