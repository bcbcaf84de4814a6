{%- set names = [] -%}
{%- for comparisons in var('comparisons').values() -%}
{%- for comparison in comparisons if comparison.name not in names -%}{%- do names.append(comparison.name) -%}{%- endfor -%}
{%- endfor -%}
with

counts as (
    select * from {{ ref('match_pattern_counts') }}
),

weights as (
    select * from {{ ref('match_pattern_weights') }}
),

levels as (
    select
        match_model_no,
        pattern_no,
        {% for name in names -%}
        min(case when comparison = '{{ name }}' then level end) as {{ name }}{{ ',' if not loop.last }}
        {% endfor %}
    from {{ ref('match_pattern_levels') }}
    group by 1, 2
),

patterns as (
    select
        weights.match_model,
        levels.*,
        counts.pair_count,
        weights.rival,
        weights.match_weight,
        1 / (1 + power(2.0, -greatest(least(weights.match_weight, 500), -500))) as match_probability,
        1 / (
            1 + power(2.0, least(weights.match_log - weights.related_log, 500))
            + power(2.0, least(weights.other_log - weights.related_log, 500))
        ) as related_probability
    from weights
    inner join levels on weights.match_model_no = levels.match_model_no and weights.pattern_no = levels.pattern_no
    inner join counts on weights.match_model_no = counts.match_model_no and weights.pattern_no = counts.pattern_no
)

select * from patterns
