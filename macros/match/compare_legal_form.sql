{#- Whether two legal forms agree: 0 different, 1 same. Null when one is missing.
    l: 'GmbH', r: 'AG' -> 0 -#}
{% macro compare_legal_form() -%}
case
    when l.legal_form is null or r.legal_form is null then null
    when l.legal_form = r.legal_form then 1
    else 0
end
{%- endmacro %}
