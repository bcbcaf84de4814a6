{#- The list of a text's words.
    words_of("'bosch power tools'") -> ['bosch', 'power', 'tools'] -#}
{% macro words_of(text) %}{{ return(adapter.dispatch('words_of', 'customer_master')(text)) }}{% endmacro %}

{% macro default__words_of(text) %}string_split({{ text }}, ' '){% endmacro %}

{% macro postgres__words_of(text) %}string_to_array({{ text }}, ' '){% endmacro %}

{% macro spark__words_of(text) %}split({{ text }}, ' '){% endmacro %}
