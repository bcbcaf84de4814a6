{#- A name without its apostrophes, so that O'Brien is one word.
    'O''Brien' -> 'OBrien' -#}
{% macro join_apostrophes(text) -%}
{%- set apostrophes = "[''’‘ʼʻ`´]" -%}
case when {{ has_pattern(text, apostrophes) }} then {{ replace_pattern(text, apostrophes, '') }} else {{ text }} end
{%- endmacro %}
