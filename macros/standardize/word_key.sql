{#- One word of a name as the honorifics seed spells it: lower case, no dots or commas.
    'Ph.D.,' -> 'phd' -#}
{% macro word_key(word) %}lower(translate({{ word }}, '.,', '')){% endmacro %}
