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

{#- The Cyrillic letters of languages farther east, and historic ones, as anyascii (ISC licence) writes them.
    'қазақ' -> 'qазаq' -#}
{% macro spell_other_cyrillic(text) -%}
{{ replace_letters(text, {
    'ѥ': 'ie', 'ѩ': 'ie', 'ѭ': 'io', 'ѯ': 'ks', 'ѱ': 'ps', 'ѿ': 'ot', 'ҋ': 'jh', 'ҏ': 'rh', 'ғ': 'gh', 'ҕ': 'gh', 'ң': 'ng',
    'ҥ': 'ng', 'ҧ': 'ph', 'ҭ': 'th', 'ҵ': 'ts', 'ҽ': 'ch', 'ҿ': 'ch', 'ӆ': 'lh', 'ӈ': 'ng', 'ӊ': 'nh', 'ӌ': 'dzh', 'ӎ': 'mh',
    'ӕ': 'ae', 'ӡ': 'dz', 'ӷ': 'gh', 'ӻ': 'xh', 'ԃ': 'dj', 'ԅ': 'zj', 'ԇ': 'dz', 'ԉ': 'lj', 'ԋ': 'nj', 'ԍ': 'sj', 'ԏ': 'tj',
    'ԕ': 'lkh', 'ԗ': 'rkh', 'ԥ': 'ph', 'ԩ': 'ny', 'ԫ': 'dzh', 'ԭ': 'dch', 'ѡ': 'o', 'ѧ': 'e', 'ѫ': 'o', 'ѳ': 'f', 'ѵ': 'y',
    'ѹ': 'u', 'ѻ': 'o', 'ѽ': 'o', 'ҁ': 'q', 'җ': 'j', 'ҙ': 'z', 'қ': 'q', 'ҝ': 'g', 'ҟ': 'q', 'ҡ': 'q', 'ҩ': 'w', 'ҫ': 's',
    'ү': 'u', 'ұ': 'u', 'ҳ': 'h', 'ҷ': 'j', 'ҹ': 'c', 'һ': 'h', 'ӄ': 'q', 'ӏ': 'h', 'ә': 'a', 'ө': 'o', 'ӽ': 'x', 'ӿ': 'h',
    'ԁ': 'd', 'ԑ': 'a', 'ԓ': 'l', 'ԙ': 'a', 'ԛ': 'q', 'ԝ': 'w', 'ԟ': 'q', 'ԡ': 'l', 'ԣ': 'n', 'ԯ': 'l'
}) }}
{%- endmacro %}
