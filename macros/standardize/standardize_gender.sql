{#- A gender as one letter: f, m or x; null when it says none of them.
    'Female', 'weiblich', 'Frau', 'mujer' -> 'f'; 'homme', 'Mr' -> 'm'; 'divers' -> 'x' -#}
{% macro standardize_gender(text) -%}
case
    when {{ text }} is null then null
    {%- for letter, words in {
        'f': ['f', 'female', 'w', 'weiblich', 'woman', 'femme', 'feminin', 'féminin', 'femenino', 'mujer', 'frau', 'mrs', 'ms', 'miss', 'girl'],
        'm': ['m', 'male', 'männlich', 'maennlich', 'man', 'homme', 'masculin', 'masculino', 'hombre', 'h', 'herr', 'mr', 'boy'],
        'x': ['x', 'd', 'divers', 'diverse', 'nonbinary', 'non-binary', 'nb', 'other', 'autre', 'otro', 'unspecified'],
    }.items() %}
    when {{ is_word_among(trim_spaces(text), words) }} then '{{ letter }}'
    {%- endfor %}
end
{%- endmacro %}
