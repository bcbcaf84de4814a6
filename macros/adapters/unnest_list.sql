{#- A select expression that makes one row of every element of a list.
    unnest_list('email_keys') -> two rows for [3, 9] -#}
{% macro unnest_list(list_column) %}{{ return(adapter.dispatch('unnest_list', 'customer_master')(list_column)) }}{% endmacro %}

{% macro default__unnest_list(list_column) %}unnest({{ list_column }}){% endmacro %}

{% macro spark__unnest_list(list_column) %}explode({{ list_column }}){% endmacro %}
