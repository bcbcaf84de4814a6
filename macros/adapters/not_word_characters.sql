{#- The inside of a character class for what separates words: ASCII and typographic punctuation, symbols, emoji.
    used as '[' ~ not_word_characters() ~ ']+' -#}
{% macro not_word_characters() %}{{ return(adapter.dispatch('not_word_characters', 'customer_master')()) }}{% endmacro %}

{#- Ranges, not \p{L}: the tables of Unicode letters take RE2 ten milliseconds each time a pattern is made ready. -#}
{% macro default__not_word_characters() -%}
\x00-/:-@\[-`{-\x{BF}\x{D7}\x{F7}\x{2000}-\x{2BFF}\x{3000}-\x{3004}\x{FE00}-\x{FE0F}\x{FEFF}\x{1F000}-\x{1FAFF}
{%- endmacro %}

{% macro postgres__not_word_characters() -%}
\u0001-/:-@\[-`{-\u00BF\u00D7\u00F7\u2000-\u2BFF\u3000-\u3004\uFE00-\uFE0F\uFEFF\U0001F000-\U0001FAFF
{%- endmacro %}
