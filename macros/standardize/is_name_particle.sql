{#- Whether a word belongs to the family name that follows it.
    'van' -> true, 'Del' -> true, 'Anna' -> false -#}
{% macro is_name_particle(word) -%}
{{ is_word_among(word, [
    'van', 'von', 'vom', 'zu', 'zum', 'zur', 'der', 'den', 'ter', 'ten', 'de', 'del', 'della', 'di', 'da', 'do', 'dos', 'das', 'du', 'des',
    'la', 'las', 'le', 'los', 'af', 'av', 'bin', 'ibn', 'al', 'el', 'd', 'st.', 'saint', 'san', 'santa', 'mac', 'mc', 'st', 'freiherr', 'freifrau', 'graf', 'gräfin', 'baron', 'baronin'
]) }}
{%- endmacro %}
