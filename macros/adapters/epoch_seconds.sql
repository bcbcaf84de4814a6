{#- Whole seconds since 1970-01-01 UTC of a timestamp: epoch_seconds("timestamp '1970-01-02 00:00:00'") -> 86400. -#}
{% macro epoch_seconds(expression) -%}
    {{ return(adapter.dispatch('epoch_seconds', 'customer_master')(expression)) }}
{%- endmacro %}

{% macro default__epoch_seconds(expression) -%}
    cast(floor(extract(epoch from {{ expression }})) as bigint)
{%- endmacro %}

{% macro spark__epoch_seconds(expression) -%}
    unix_seconds(cast({{ expression }} as timestamp_ltz))
{%- endmacro %}
