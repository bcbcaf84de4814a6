{#- The number of records a key of a blocking rule may hold, by rule_no.
    blocking_limit('sizes.rule_no') -> case sizes.rule_no when 11 then 20 ... else 60 end -#}
{% macro blocking_limit(rule_no) -%}
case {{ rule_no }}
    {%- for rule in blocking_rules() if rule.limit != var('blocking_key_limit') %}
    when {{ rule.no }} then {{ rule.limit }}
    {%- endfor %}
    else {{ var('blocking_key_limit') }}
end
{%- endmacro %}
