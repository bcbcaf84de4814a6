{#- Where capitals set the family name apart in a name that is not all in capitals, or a Chinese or Korean one: 'front', 'end' or null.
    'MÜLLER Hans' -> 'front', 'Juan GARCÍA LÓPEZ' -> 'end', 'John F. Smith III' -> null -#}
{% macro place_of_capitals(text) -%}
case
    when {{ has_pattern(text, _capitals_in_front()) }} then 'front'
    when {{ has_pattern(text, _capitals_at_the_end()) }}
        and not {{ is_word_among(_nth_word(text, -1), ['iii', 'phd', 'mba', 'dds', 'cpa', 'esq', 'obe', 'mbe', 'llm', 'msc', 'bsc', 'dvm']) }}
        and not {{ is_word_among(_nth_word(text, -1), ['gmbh', 'ltd', 'llc', 'inc', 'spa', 'srl', 'sarl', 'sas', 'plc', 'mbh']) }} then 'end'
    when {{ has_pattern(text, '^[㐀-鿿가-힣]+ [㐀-鿿가-힣]+$') }} then 'front'
end
{%- endmacro %}

{#- The part of such a name that is the family name.
    'MÜLLER Hans', 'front' -> 'MÜLLER' -#}
{% macro in_capitals(text, place) -%}
case
    when {{ place }} = 'end' then {{ find_pattern(text, _capitals_at_the_end(), 2) }}
    when {{ has_pattern(text, _capitals_in_front()) }} then {{ find_pattern(text, _capitals_in_front(), 2) }}
    else split_part({{ text }}, ' ', 1)
end
{%- endmacro %}

{#- The other part, titles included.
    'MÜLLER Hans', 'front' -> 'Hans' -#}
{% macro beside_capitals(text, place) -%}
case
    when {{ place }} = 'end' then {{ find_pattern(text, _capitals_at_the_end(), 1) }}
    when {{ has_pattern(text, _capitals_in_front()) }} then {{ replace_pattern(text, _capitals_in_front(), '\\1\\3') }}
    else split_part({{ text }}, ' ', 2)
end
{%- endmacro %}

{#- A word of three capitals and more, and the words in capitals beside it. -#}
{% macro _words_in_capitals() -%}
(?:[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ''’-]+ )*[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ''’-]{2,}(?: [A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ''’-]+)*
{%- endmacro %}

{% macro _capitals_in_front() %}^((?:[A-Z][a-z]*[.] )*)({{ _words_in_capitals() }}) ([A-ZÀ-ÖØ-Þ][a-zß-ÿ].*)${% endmacro %}

{% macro _capitals_at_the_end() %}^((?:.* )?[A-ZÀ-ÖØ-Þ][^ ]*[a-zß-ÿ][^ ]*(?: [A-Z][.]?)?) ({{ _words_in_capitals() }})${% endmacro %}
