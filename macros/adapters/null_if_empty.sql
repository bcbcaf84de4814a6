{#- A text, null when it is empty. Within a CASE, DuckDB works out twice what nullif() is given.
    '' -> null, 'Anna' -> 'Anna' -#}
{% macro null_if_empty(text) %}{{ return(adapter.dispatch('null_if_empty', 'customer_master')(text)) }}{% endmacro %}

{% macro default__null_if_empty(text) %}list_filter([{{ text }}], lambda made: made <> '')[1]{% endmacro %}

{% macro postgres__null_if_empty(text) %}nullif({{ text }}, ''){% endmacro %}

{% macro spark__null_if_empty(text) %}nullif({{ text }}, ''){% endmacro %}
