{#- The base-2 logarithm.
    log2('8.0') -> 3 -#}
{% macro log2(number) %}{{ return(adapter.dispatch('log2', 'customer_master')(number)) }}{% endmacro %}

{% macro default__log2(number) %}(ln({{ number }}) / ln(2.0)){% endmacro %}

{% macro postgres__log2(number) %}(ln(cast({{ number }} as double precision)) / ln(cast(2 as double precision))){% endmacro %}
