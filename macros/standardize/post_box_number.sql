{#- The number of a post office box in a street line; null when it is none.
    'P.O. Box 12' -> '12', 'Postfach 10 20 30' -> '102030', 'BP 45' -> '45' -#}
{% macro post_box_number(text) -%}
case when {{ has_pattern(text, _post_box_pattern()) }}
    then nullif(replace({{ find_pattern(text, _post_box_pattern(), 3) }}, ' ', ''), '') end
{%- endmacro %}

{% macro _post_box_pattern() -%}
(?i)(^|[ ,])(p[.]? ?o[.]? ?box|post office box|postfach|postbox|b[.]?p[.]?|boite postale|apartado(?: de correos)?|apdo[.]?(?: de correos)?)[ :]*(?:n[.]?[oº]?[.]? ?)?([0-9][0-9 ]{0,9})
{%- endmacro %}
