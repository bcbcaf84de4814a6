{#- Every match of a regular expression replaced. Patterns keep to what all engines read: classes, groups, |, *, +, ?, {n}, ^ and $.
    'a--b', '-+', ' ' -> 'a b' -#}
{% macro replace_pattern(text, pattern, replacement) %}{{ return(adapter.dispatch('replace_pattern', 'customer_master')(text, pattern, replacement)) }}{% endmacro %}

{% macro default__replace_pattern(text, pattern, replacement) %}regexp_replace({{ text }}, '{{ pattern }}', '{{ replacement }}', 'g'){% endmacro %}

{% macro postgres__replace_pattern(text, pattern, replacement) %}regexp_replace({{ text }}, '{{ advanced_pattern(pattern) }}', '{{ replacement }}', 'g'){% endmacro %}

{#- Java names a group by a dollar. -#}
{% macro spark__replace_pattern(text, pattern, replacement) -%}
regexp_replace({{ text }}, '{{ java_pattern(pattern) }}', '{{ modules.re.sub('\\\\([0-9])', '$\\1', replacement) }}')
{%- endmacro %}
