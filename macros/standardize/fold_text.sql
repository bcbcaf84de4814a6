{#- A text as it is compared: lower case, no accents, no punctuation, single spaces; null when nothing is left.
    ' Müller-Łukasz,  Straße ' -> 'muller lukasz strasse' -#}
{% macro fold_text(text) -%}
case
    when {{ is_plain_ascii(text) }} and not {{ has_pattern(text, '[^a-zA-Z0-9 ]|  |^ | $|^$') }} then lower({{ text }})
    when {{ is_plain_ascii(text) }} then nullif(trim({{ replace_pattern('lower(' ~ text ~ ')', '[^a-z0-9]+', ' ') }}), '')
    else nullif(trim({{ replace_pattern(_fold_letters(text), '[' ~ not_word_characters() ~ ']+', ' ') }}), '')
end
{%- endmacro %}

{#- strip_accents knows marks; these letters are not decomposed into a letter and a mark. -#}
{% macro _fold_letters(text) -%}
{%- set spelled_out = "replace(replace(replace(replace(lower(" ~ text ~ "), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th')" -%}
{{ remove_accents("translate(" ~ spelled_out ~ ", 'øłđðı', 'olddi')") }}
{%- endmacro %}
