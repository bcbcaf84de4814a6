{#- A street line without the word before its house number. number_stands is what house_number_place says.
    'Hauptstr. Nr. 5', behind -> 'Hauptstr. 5'; 'Via Roma n. 12', behind -> 'Via Roma 12'; 'No 7 High Street', in front -> '7 High Street' -#}
{% macro without_number_mark(text, number_stands) -%}
case
    when {{ number_stands }} = 'behind' and {{ has_pattern(text, _mark_behind()) }}
        then {{ replace_pattern(text, _mark_behind(), '\\1\\3') }}
    when {{ number_stands }} = 'in front' and {{ has_pattern(text, _mark_in_front()) }}
        then {{ replace_pattern(text, _mark_in_front(), '\\1\\3') }}
    else {{ text }}
end
{%- endmacro %}

{% macro _mark_behind() -%}
(?i)([ ,])(nr[.]?|no[.]?|n[.]?[º°]|n[.]|n[uú]m[.]?|n[uú]mero|hausnr[.]?) ?([0-9])
{%- endmacro %}

{#- `N 5th Street` and `# 5, 12 Main St` have no such word: a number is followed by a name. -#}
{% macro _mark_in_front() -%}
(?i)(^|, ?)(no[.]? ?|nr[.]? ?|n[.]?[º°] ?|#)([0-9]+[-/0-9]*[a-z]?,? +([^0-9 ]|[0-9]+(st|nd|rd|th) ))
{%- endmacro %}
