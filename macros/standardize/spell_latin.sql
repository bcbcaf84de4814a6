{#- Letters of western names that are no plain letter with a mark.
    'straße' -> 'strasse', 'þórður' -> 'thórdur' -#}
{% macro spell_latin(text) -%}
{{ replace_letters(text, {
    'ß': 'ss', 'æ': 'ae', 'œ': 'oe', 'þ': 'th', 'ø': 'o', 'ł': 'l', 'đ': 'd', 'ð': 'd', 'ı': 'i', 'ħ': 'h', 'ŧ': 't', 'ſ': 's',
    'ĸ': 'q', 'ə': 'e', 'ƒ': 'f'
}) }}
{%- endmacro %}
