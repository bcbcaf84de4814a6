{#- The first match of a regular expression, or of one of its groups; empty when nothing matches.
    'Apt 4b', '[0-9]+[a-z]?' -> '4b' -#}
{% macro find_pattern(text, pattern, group=0) %}{{ return(adapter.dispatch('find_pattern', 'customer_master')(text, pattern, group)) }}{% endmacro %}

{% macro default__find_pattern(text, pattern, group) %}regexp_extract({{ text }}, '{{ pattern }}', {{ group }}){% endmacro %}

{% macro postgres__find_pattern(text, pattern, group) %}functions.find_pattern({{ text }}, '{{ advanced_pattern(pattern) }}', {{ group }}){% endmacro %}

{% macro spark__find_pattern(text, pattern, group) %}regexp_extract({{ text }}, '{{ java_pattern(pattern) }}', {{ group }}){% endmacro %}
