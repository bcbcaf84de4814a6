{#- The inside of a character class for what separates words: ASCII and typographic punctuation, symbols, emoji.
    used as '[' ~ not_word_characters() ~ ']+' -#}
{% macro not_word_characters() %}{{ return(adapter.dispatch('not_word_characters', 'customer_master')()) }}{% endmacro %}

{#- Ranges, not \p{L}: the tables of Unicode letters take RE2 ten milliseconds each time a pattern is made ready. -#}
{% macro default__not_word_characters() -%}
\x00-/:-@\[-`{-\x{BF}\x{D7}\x{F7}\x{2000}-\x{2BFF}\x{3000}-\x{3004}\x{FE00}-\x{FE0F}\x{FEFF}\x{1F000}-\x{1FAFF}
{%- endmacro %}
