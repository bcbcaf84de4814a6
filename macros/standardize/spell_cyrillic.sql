{#- Cyrillic letters in Latin ones, as BGN/PCGN writes Russian, without apostrophes. Small letters without marks.
    'юрии щукин' -> 'yurii shchukin' -#}
{% macro spell_cyrillic(text) -%}
{{ replace_letters(text, {
    'щ': 'shch', 'ж': 'zh', 'х': 'kh', 'ц': 'ts', 'ч': 'ch', 'ш': 'sh', 'ю': 'yu', 'я': 'ya', 'а': 'a', 'б': 'b', 'в': 'v',
    'г': 'g', 'д': 'd', 'е': 'e', 'з': 'z', 'и': 'i', 'к': 'k', 'л': 'l', 'м': 'm', 'н': 'n', 'о': 'o', 'п': 'p', 'р': 'r',
    'с': 's', 'т': 't', 'у': 'u', 'ф': 'f', 'ы': 'y', 'э': 'e', 'ъ': '', 'ь': ''
}) }}
{%- endmacro %}

{#- The further letters of Ukrainian, Belarusian, Serbian and Macedonian, as the passports of these countries write them.
    'євген ђорђевић' -> 'iевген djорdjевиc' -#}
{% macro spell_slavic(text) -%}
{{ replace_letters(text, {
    'є': 'ie', 'љ': 'lj', 'њ': 'nj', 'џ': 'dzh', 'ђ': 'dj', 'ѕ': 'dz', 'ѣ': 'e', 'і': 'i', 'ј': 'j', 'ћ': 'c', 'ґ': 'g'
}) }}
{%- endmacro %}
