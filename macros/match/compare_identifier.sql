{#- How valid identifiers agree: 0 both state one of a kind and none agrees, 1 one slip apart, 2 one agrees. Null when no kind is
    stated by both. A similar number is looked for in the first kind that each states.
    l: ssn 123-45-6789, r: ssn 123-45-6798 -> 1 -#}
{% macro compare_identifier() -%}
case
    when shared.identifier > 0 then 2
    when l.identifier_kinds & r.identifier_kinds > 0 then
        case when {{ edit_distance('l.identifier', 'r.identifier') }} <= 1 then 1 else 0 end
end
{%- endmacro %}
