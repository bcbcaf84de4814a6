{#- A cast that gives null where the value does not fit the type.
    '2024-02-30', 'date' -> null -#}
{% macro safe_cast(expression, type) %}{{ return(adapter.dispatch('safe_cast', 'customer_master')(expression, type)) }}{% endmacro %}

{% macro default__safe_cast(expression, type) %}try_cast({{ expression }} as {{ type }}){% endmacro %}
