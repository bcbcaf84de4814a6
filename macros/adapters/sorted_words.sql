{#- The words of a text in alphabetical order, each once.
    sorted_words("'tools bosch power'") -> 'bosch power tools' -#}
{% macro sorted_words(text) %}{{ return(adapter.dispatch('sorted_words', 'customer_master')(text)) }}{% endmacro %}

{% macro default__sorted_words(text) %}array_to_string(list_sort(list_distinct(string_split({{ text }}, ' '))), ' '){% endmacro %}

{% macro postgres__sorted_words(text) -%}
(select string_agg(word, ' ' order by word collate "C") from (select distinct unnest(string_to_array({{ text }}, ' ')) as word) as words)
{%- endmacro %}
