{#- One digit of a text as a number; arithmetic, so that a letter gives nonsense instead of an error.
    '4711', 2 -> 7 -#}
{% macro digit_at(text, place) %}(ascii(substr({{ text }}, {{ place }}, 1)) - 48){% endmacro %}
