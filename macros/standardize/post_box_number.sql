{#- The number of a post office box in a street line; null when it is none.
    'P.O. Box 12' -> '12', 'Postfach 10 20 30' -> '102030', 'BP 45' -> '45'; 'C.P. 45' is one in Italy alone -#}
{% macro post_box_number(text, country) -%}
case
    when {{ has_pattern(text, _post_box_pattern()) }} then nullif(replace({{ find_pattern(text, _post_box_pattern(), 9) }}, ' ', ''), '')
    when {{ country }} = 'IT' and {{ has_pattern(text, _italian_box_pattern()) }}
        then nullif(replace({{ find_pattern(text, _italian_box_pattern(), 1) }}, ' ', ''), '')
end
{%- endmacro %}

{% macro _post_box_pattern() -%}
(?i)(^cs|^pf[.]?|(^|[ ,])(p[.]? ?o[.]? ?b(ox|[.])?|post office box|postfach|postf[.]|postbox|postbus|private bag|b[.]?p[.]?|bo[iî]te postale|casella postale|cas[.] ?post[.]|(apartado|apdo[.]?)( de)?( correos)?))[ :]*(n[.]?[oº°]?[.]? ?)?([0-9][0-9 ]{0,9})
{%- endmacro %}

{% macro _italian_box_pattern() -%}
(?i)^c[.]?p[.]? ([0-9][0-9 ]{0,9})$
{%- endmacro %}
