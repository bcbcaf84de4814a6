{#- Query: the pairs of a relation (record_no_l, record_no_r, match_model_no and a column that is kept) with the pattern of their
    comparison levels.
    compared_pairs_of(ref('blocked_pairs'), 'rule_no') -> record_no_l, record_no_r, match_model_no, rule_no, pattern_no -#}
{% macro compared_pairs_of(pairs, kept) -%}
{% for model in match_models() -%}
select
    record_no_l,
    record_no_r,
    match_model_no,
    {{ kept }},
    {{ pattern_no(model.name) }} as pattern_no
from (
    select
        pairs.record_no_l,
        pairs.record_no_r,
        pairs.match_model_no,
        pairs.{{ kept }},
        {% for comparison in var('comparisons')[model.name] -%}
        {{ compare(comparison) }} as {{ comparison.name }}{{ ',' if not loop.last }}
        {% endfor %}
    from {{ pairs }} as pairs
    inner join {{ ref(model.name ~ '_features') }} as l on pairs.record_no_l = l.record_no
    inner join {{ ref(model.name ~ '_features') }} as r on pairs.record_no_r = r.record_no
    left join {{ ref('shared_keys') }} as shared
        on pairs.record_no_l = shared.record_no_l and pairs.record_no_r = shared.record_no_r
    where pairs.match_model_no = {{ model.no }}
) as {{ model.name }}_levels
{{ 'union all' if not loop.last }}
{% endfor %}
{%- endmacro %}
