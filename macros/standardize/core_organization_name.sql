{#- The part of a folded organization name that names it: without its legal form, a leading `the` and a joining `and`.
    'the muller und sohne gmbh co kg', 3, 0 -> 'muller sohne' -#}
{% macro core_organization_name(folded_name, words_behind, words_in_front) -%}
{{ _plain_words(_without_form(folded_name, words_behind, words_in_front)) }}
{%- endmacro %}

{#- A name that is all form keeps it: there is nothing else to call it by. -#}
{% macro _without_form(folded_name, words_behind, words_in_front) -%}
case
    when {{ words_behind }} > 0 and {{ words_behind }} < {{ count_words(folded_name) }}
        then {{ without_words(folded_name, '0', words_behind) }}
    when {{ words_behind }} = 0 and {{ words_in_front }} > 0 and {{ words_in_front }} < {{ count_words(folded_name) }}
        then {{ without_words(folded_name, words_in_front, '0') }}
    else {{ folded_name }}
end
{%- endmacro %}

{#- `and` is written and left out at will, in every language. -#}
{% macro _plain_words(name) -%}
replace(replace(replace(replace({{ name }}, ' and ', ' '), ' und ', ' '), ' et ', ' '), ' y ', ' ')
{%- endmacro %}
