{#- Whether a regular expression matches somewhere in a text.
    'Apt 4b', '[0-9]' -> true -#}
{% macro has_pattern(text, pattern) %}{{ return(adapter.dispatch('has_pattern', 'customer_master')(text, pattern)) }}{% endmacro %}

{% macro default__has_pattern(text, pattern) %}regexp_matches({{ text }}, '{{ pattern }}'){% endmacro %}

{% macro postgres__has_pattern(text, pattern) %}({{ text }} ~ '{{ advanced_pattern(pattern) }}'){% endmacro %}

{% macro spark__has_pattern(text, pattern) %}({{ text }} rlike '{{ java_pattern(pattern) }}'){% endmacro %}
