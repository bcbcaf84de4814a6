with

counts as (
    select * from {{ ref('match_pattern_counts') }}
),

{% for model in match_models() -%}
{{ model.name }}_levels as (
    {% for comparison in var('comparisons')[model.name] -%}
    select
        match_model_no,
        pattern_no,
        '{{ model.name }}' as match_model,
        {{ loop.index }} as comparison_no,
        '{{ comparison.name }}' as comparison,
        {{ pattern_level(model.name, comparison.name) }} as level
    from counts
    where match_model_no = {{ model.no }}
    {{ 'union all' if not loop.last }}
    {% endfor %}
),

{% endfor -%}
levels as (
    {% for model in match_models() -%}
    select * from {{ model.name }}_levels
    {{ 'union all' if not loop.last }}
    {% endfor %}
),

parameters as (
    select * from {{ ref('match_parameters') }}
),

-- A missing level says nothing: it is as likely in every class.
weighed as (
    select
        levels.*,
        coalesce(parameters.label, 'missing') as label,
        coalesce(parameters.p_match, 1) as p_match,
        coalesce(parameters.p_related, 1) as p_related,
        coalesce(parameters.p_other, 1) as p_other
    from levels
    left join parameters
        on
            levels.match_model = parameters.match_model
            and levels.comparison = parameters.comparison
            and levels.level = parameters.level
)

select * from weighed
