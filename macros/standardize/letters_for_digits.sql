{#- A name in which the digits that scanners and thumbs make of letters are letters again.
    'Ado1fine G1bb0ns' -> 'Adolfine Glbbons' -#}
{% macro letters_for_digits(text) -%}
case when {{ has_pattern(text, '[0-9]') }} then translate({{ text }}, '01358', 'olesb') else {{ text }} end
{%- endmacro %}
