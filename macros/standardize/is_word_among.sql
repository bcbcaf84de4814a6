{#- Whether a word, in whatever case, is one of a fixed list: one search in one text, where a long IN becomes a join for every row.
    'Van', ['van', 'von'] -> true, 'va' -> false -#}
{% macro is_word_among(word, words) -%}
(position('|' || lower({{ word }}) || '|' in '|{{ words | join("|") }}|') > 0)
{%- endmacro %}
