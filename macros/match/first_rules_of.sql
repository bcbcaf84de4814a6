{#- Query: each pair of a relation (record_no_l, record_no_r, rule_no) once a match model, with the first rule that made it.
    first_rules_of('pairs') -> record_no_l, record_no_r, match_model_no, rule_no, rule_count -#}
{% macro first_rules_of(pairs) -%}
select
    record_no_l,
    record_no_r,
    case
        {% for model in match_models() -%}
        {%- set rules = blocking_rules() | selectattr('match_model', 'equalto', model.name) | list -%}
        when rule_no <= {{ rules[-1].no }} then {{ model.no }}
        {% endfor %}
    end as match_model_no,
    min(rule_no) as rule_no,
    count(*) as rule_count
from {{ pairs }}
group by 1, 2, 3
{%- endmacro %}
