{#- A text as it is compared: lower case, no accents, no punctuation, single spaces; Cyrillic and Greek letters in Latin ones, other
    scripts as they are. Null when nothing is left.
    ' Müller-Łukasz,  Straße ' -> 'muller lukasz strasse', 'Юрий' -> 'yuriy', '山田 太郎' -> '山田 太郎' -#}
{% macro fold_text(text) -%}
{%- set small = "lower(" ~ text ~ ")" -%}
{%- set plain = remove_accents(small) -%}
case
    when {{ is_plain_ascii(text) }} and not {{ has_pattern(text, '[^a-zA-Z0-9 ]|  |^ | $|^$') }} then {{ small }}
    when {{ is_plain_ascii(text) }} then {{ _ascii_words(small) }}
    when not {{ has_pattern(text, '[^a-zA-Z0-9 ' ~ _accented_letters() ~ ']|  |^ | $') }} then {{ plain }}
    when not {{ has_pattern(text, '[^' ~ _plain_characters() ~ _marks() ~ ']') }} then {{ _ascii_words(plain) }}
    when not {{ has_pattern(text, '[^' ~ _plain_characters() ~ _marks() ~ _western_letters() ~ ']') }} then {{ _ascii_words(spell_latin(plain)) }}
    when not {{ has_pattern(text, '[^А-яЁё ]|  |^ | $') }} then {{ null_if_empty(_russian_spelled(text)) }}
    when not {{ has_pattern(text, '[^Ά-ΏΑ-ώ ]|  |^ | $') }} then {{ spell_greek('lower(' ~ text ~ ')') }}
    when not {{ has_pattern(text, '[^' ~ _plain_characters() ~ 'А-яЁё]') }} then {{ _ascii_words(_cyrillic_spelled(text)) }}
    when not {{ has_pattern(text, '[^' ~ _plain_characters() ~ 'Ѐ-џҐґ]') }} then {{ _ascii_words(spell_slavic(_cyrillic_spelled(text))) }}
    when not {{ has_pattern(text, '[^' ~ _plain_characters() ~ 'Ά-ώἀ-ῼ]') }} then {{ _ascii_words(_greek_spelled(text)) }}
    when {{ has_pattern(text, '[' ~ _spelled_characters() ~ ']') }} then {{ _fold_mixed(text) }}
    else {{ _words_of_any_script('lower(' ~ compose_letters(text) ~ ')') }}
end
{%- endmacro %}

{#- Of Russian letters й and ё alone have a mark; the other Cyrillic ones lose theirs. -#}
{% macro _russian_spelled(text) %}{{ spell_cyrillic("replace(replace(lower(" ~ text ~ "), 'й', 'y'), 'ё', 'е')") }}{% endmacro %}

{% macro _cyrillic_spelled(text) %}{{ spell_cyrillic(remove_accents("replace(lower(" ~ text ~ "), 'й', 'y')")) }}{% endmacro %}

{% macro _greek_spelled(text) %}{{ spell_greek(remove_accents(_spell_marked_vowels('lower(' ~ text ~ ')'))) }}{% endmacro %}

{#- Text of several scripts, and rare letters. Only where no letter but Latin, Greek and Cyrillic ones is can all marks go. -#}
{% macro _fold_mixed(text) -%}
{%- set small = _spell_marked_vowels("lower(" ~ compose_letters(text) ~ ")") -%}
{%- set bare -%}
case when {{ has_pattern(text, '[' ~ _unspelled_scripts() ~ ']') }} then {{ small }} else {{ remove_accents(small) }} end
{%- endset -%}
{{ _words_of_any_script(spell_any_letter(apply_to(bare, 'marked', _spell_greek_pairs('marked')))) }}
{%- endmacro %}

{#- Of the marked Cyrillic letters й alone sounds otherwise than the letter without its mark; an υ with a diaeresis is no part of a pair. -#}
{% macro _spell_marked_vowels(text) %}replace(replace(replace({{ text }}, 'й', 'y'), 'ϋ', 'y'), 'ΰ', 'y'){% endmacro %}

{% macro _ascii_words(text) %}{{ null_if_empty('trim(' ~ replace_pattern(text, '[^a-z0-9]+', ' ') ~ ')') }}{% endmacro %}

{#- Hebrew and Arabic letters without the points that they may be written without. -#}
{% macro _words_of_any_script(text) -%}
{%- set bare = replace_pattern('composed', '([\\x{5D0}-\\x{5F2}\\x{620}-\\x{64A}\\x{66E}-\\x{6D3}])[' ~ _optional_marks() ~ ']+', '\\1') -%}
{%- set words = 'trim(' ~ replace_pattern(bare, '[' ~ not_word_characters() ~ _punctuation_of_other_scripts() ~ ']+', ' ') ~ ')' -%}
{{ null_if_empty(apply_to(compose_letters(text), 'composed', words)) }}
{%- endmacro %}

{#- Latin letters that are a plain letter and marks. -#}
{% macro _accented_letters() -%}
À-ÅÇ-ÏÑ-ÖÙ-Ýà-åç-ïñ-öù-ýÿ-ďĒ-ĥĨ-İĴ-ķĹ-ľŃ-ňŌ-őŔ-ťŨ-žƠơƯưǍ-ǜǞ-ǡǦ-ǭǰǴǵǸ-ǻȀ-țȞȟȦ-ȳḀ-ẙẠ-ỹ
{%- endmacro %}

{#- What is ASCII once marks are gone, and punctuation, symbols, emoji. -#}
{% macro _plain_characters() -%}
\x00-\x{BF}×÷{{ _accented_letters() }}\x{2000}-\x{2125}\x{2127}-\x{2BFF}\x{3000}-\x{3004}\x{FE00}-\x{FE0F}\x{FEFF}\x{1F000}-\x{1FAFF}{{ _punctuation_of_other_scripts() }}
{%- endmacro %}

{% macro _marks() %}\x{300}-\x{36F}{% endmacro %}

{#- The letters of spell_latin, marked ones too. -#}
{% macro _western_letters() %}ÆÐØÞßæðøþĐđĦħıĸŁłŒœŦŧſƏƑƒǢǣǼ-ǿəẛẞ{% endmacro %}

{#- What the spell_ macros know besides western letters, and the Latin letters that nothing spells. -#}
{% macro _spelled_characters() -%}
ĲĳĿŀŉ-ŋƀ-ƎƐƓ-ƟƢ-ƮƱ-ǌǝǤǥǮǯǱ-ǳǶǷȜȝȠ-ȥȴ-ɘɚ-ʯͰ-ԯ\x{1D00}-\x{1DFF}ẚẜẝẟỺ-ῼ\x{2126}\x{2C60}-\x{2C7F}\x{A720}-\x{A7FF}\x{AB30}-\x{AB6F}ﬀ-ﬆ０-９Ａ-Ｚａ-ｚ
{%- endmacro %}

{#- Letters of the scripts that stay: Armenian to Canadian syllabics and beyond, Chinese, Japanese, Korean, and so on. -#}
{% macro _unspelled_scripts() -%}
\x{530}-\x{588}\x{58A}-\x{5BD}\x{5BF}\x{5C1}\x{5C2}\x{5C4}-\x{5F2}\x{5F5}-\x{60B}\x{60D}-\x{61A}\x{61C}-\x{61E}\x{620}-\x{963}\x{966}-\x{167F}\x{1681}-\x{1CFF}\x{2C80}-\x{2FFF}\x{3005}-\x{3007}\x{3021}-\x{30FA}\x{30FC}-\x{A71F}\x{A800}-\x{AB2F}\x{AB70}-\x{FAFF}\x{FB07}-\x{FDFF}\x{FE70}-\x{FEFE}\x{FF66}-\x{FFDC}\x{10000}-\x{1EFFF}\x{20000}-\x{3FFFF}
{%- endmacro %}

{% macro _optional_marks() %}\x{5B0}-\x{5BD}\x{5BF}\x{5C1}\x{5C2}\x{5C7}\x{64B}-\x{652}\x{670}{% endmacro %}

{% macro _punctuation_of_other_scripts() -%}
\x{2B0}-\x{2FF}\x{37A}\x{37E}\x{384}\x{385}\x{387}\x{1FBD}\x{1FBF}-\x{1FC1}\x{1FCD}-\x{1FCF}\x{1FDD}-\x{1FDF}\x{1FED}-\x{1FEF}\x{1FFD}\x{1FFE}\x{589}\x{5BE}\x{5C0}\x{5C3}\x{5F3}\x{5F4}\x{60C}\x{61B}\x{61F}\x{964}\x{965}\x{3008}-\x{3020}\x{30FB}\x{FF01}-\x{FF0F}\x{FF1A}-\x{FF20}\x{FF3B}-\x{FF40}\x{FF5B}-\x{FF65}
{%- endmacro %}
