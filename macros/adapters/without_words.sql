{#- A text without some of its first and last words; empty when none is left.
    'Prof. Dr. Anna Berg PhD', 2, 1 -> 'Anna Berg' -#}
{% macro without_words(text, first, last) %}{{ return(adapter.dispatch('without_words', 'customer_master')(text, first, last)) }}{% endmacro %}

{% macro default__without_words(text, first, last) -%}
array_to_string(list_slice(string_split({{ text }}, ' '), {{ first }} + 1, -1 - {{ last }}), ' ')
{%- endmacro %}

{% macro postgres__without_words(text, first, last) %}functions.without_words({{ text }}, {{ first }}, {{ last }}){% endmacro %}

{% macro spark__without_words(text, first, last) -%}
array_join(slice(split({{ text }}, ' '), {{ first }} + 1, greatest(size(split({{ text }}, ' ')) - {{ first }} - {{ last }}, 0)), ' ')
{%- endmacro %}
