{#- A text in which each word is what an expression of its name makes of it.
    change_words('x', 'word', 'upper(word)') -> 'ANNA BERG' of 'Anna Berg' -#}
{% macro change_words(text, name, expression) -%}
    {{ return(adapter.dispatch('change_words', 'customer_master')(text, name, expression)) }}
{%- endmacro %}

{% macro default__change_words(text, name, expression) -%}
array_to_string(list_transform({{ words_of(text) }}, lambda {{ name }}: {{ expression }}), ' ')
{%- endmacro %}

{% macro spark__change_words(text, name, expression) -%}
array_join(transform({{ words_of(text) }}, {{ name }} -> {{ expression }}), ' ')
{%- endmacro %}
