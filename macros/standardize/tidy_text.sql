{#- A text as it is shown: outer and repeated white space and control characters gone; null when nothing is left.
    '  Anna  Maria ' -> 'Anna Maria' -#}
{% macro tidy_text(text) -%}
case when {{ has_pattern(text, '[' ~ _blank_characters() ~ ']|  |^ | $|^$') }}
    then nullif(trim({{ replace_pattern(text, '[ ' ~ _blank_characters() ~ ']+', ' ') }}), '') else {{ text }} end
{%- endmacro %}

{#- Control characters, no-break and typographic spaces, direction marks. -#}
{% macro _blank_characters() %}\x00-\x1F\x7F-\x{A0}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{206F}\x{3000}\x{FEFF}{% endmacro %}
