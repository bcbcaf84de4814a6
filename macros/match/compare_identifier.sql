{#- Whether valid identifiers agree: 0 both state one of a kind and none agrees, 1 one agrees. Null when no kind is stated by both.
    l: ssn 123-45-6789, r: ssn 123-45-6780 -> 0 -#}
{% macro compare_identifier() -%}
case
    when shared.identifier > 0 then 1
    when l.identifier_kinds & r.identifier_kinds > 0 then 0
end
{%- endmacro %}
