{#- How many words a tidy text has.
    'Anna Maria Berg' -> 3 -#}
{% macro count_words(text) %}(length({{ text }}) - length(replace({{ text }}, ' ', '')) + 1){% endmacro %}
