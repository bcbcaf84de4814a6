with

pairs as (
    select * from {{ ref('blocked_pairs') }}
),

{% for model in match_models() -%}
{{ model.name }}_levels as (
    select
        pairs.record_no_l,
        pairs.record_no_r,
        pairs.match_model_no,
        pairs.rule_no,
        {% for comparison in var('comparisons')[model.name] -%}
        {{ compare(comparison) }} as {{ comparison.name }}{{ ',' if not loop.last }}
        {% endfor %}
    from pairs
    inner join {{ ref(model.name ~ '_features') }} as l on pairs.record_no_l = l.record_no
    inner join {{ ref(model.name ~ '_features') }} as r on pairs.record_no_r = r.record_no
    left join {{ ref('shared_keys') }} as shared
        on pairs.record_no_l = shared.record_no_l and pairs.record_no_r = shared.record_no_r
    where pairs.match_model_no = {{ model.no }}
),

{% endfor -%}
compared as (
    {% for model in match_models() -%}
    select
        record_no_l,
        record_no_r,
        match_model_no,
        rule_no,
        {{ pattern_no(model.name) | indent(8) }} as pattern_no
    from {{ model.name }}_levels
    {{ 'union all' if not loop.last }}
    {% endfor %}
)

select * from compared
