{{ config(materialized='ephemeral') }}

{% for rule in blocking_rules() -%}
select
    {{ rule.no }} as rule_no,
    '{{ rule.match_model }}' as match_model,
    '{{ rule.match_model }}.{{ rule.name }}' as blocking_rule,
    {{ "'" ~ rule.each ~ "'" if rule.each else 'cast(null as ' ~ dbt.type_string() ~ ')' }} as each_kind,
    {{ rule.limit }} as key_limit
{{ 'union all' if not loop.last }}
{% endfor %}
