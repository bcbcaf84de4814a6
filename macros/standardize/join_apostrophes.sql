{#- A name without its apostrophes, so that O'Brien is one word.
    'O''Brien' -> 'OBrien' -#}
{% macro join_apostrophes(text) -%}
case when {{ has_pattern(text, '[''’`´]') }} then {{ replace_pattern(text, '[''’`´]', '') }} else {{ text }} end
{%- endmacro %}
