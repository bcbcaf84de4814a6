{#- The single number a query of a looping materialization gives: loop_value('select count(*) from t') -> 3. -#}
{% macro loop_value(sql) %}
    {% do return(run_query(sql).rows[0][0] | int) %}
{% endmacro %}
