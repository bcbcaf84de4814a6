{#- How alike two strings are, 0 to 1, agreeing starts counting more.
    jaro_winkler("'martha'", "'marhta'") -> 0.961 -#}
{% macro jaro_winkler(left_text, right_text) %}{{ return(adapter.dispatch('jaro_winkler', 'customer_master')(left_text, right_text)) }}{% endmacro %}

{% macro default__jaro_winkler(left_text, right_text) %}jaro_winkler_similarity({{ left_text }}, {{ right_text }}){% endmacro %}

{% macro postgres__jaro_winkler(left_text, right_text) %}functions.jaro_winkler({{ left_text }}, {{ right_text }}){% endmacro %}

{% macro spark__jaro_winkler(left_text, right_text) %}jaro_winkler({{ left_text }}, {{ right_text }}){% endmacro %}
