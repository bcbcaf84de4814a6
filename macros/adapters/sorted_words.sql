{#- The words of a text in alphabetical order, each once.
    sorted_words("'tools bosch power'") -> 'bosch power tools' -#}
{% macro sorted_words(text) %}{{ return(adapter.dispatch('sorted_words', 'customer_master')(text)) }}{% endmacro %}

{% macro default__sorted_words(text) %}array_to_string(list_sort(list_distinct(string_split({{ text }}, ' '))), ' '){% endmacro %}

{% macro postgres__sorted_words(text) %}functions.sorted_words({{ text }}){% endmacro %}

{% macro spark__sorted_words(text) %}array_join(array_sort(array_distinct(split({{ text }}, ' '))), ' '){% endmacro %}
