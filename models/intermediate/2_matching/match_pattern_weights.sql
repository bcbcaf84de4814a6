with

levels as (
    select * from {{ ref('match_pattern_levels') }}
),

shares as (
    select * from {{ ref('match_parameters') }} where comparison = 'class_share'
),

evidence as (
    select
        levels.match_model_no,
        levels.pattern_no,
        min(shares.match_model) as match_model,
        min({{ log2('shares.p_match') }}) + sum({{ log2('levels.p_match') }}) as match_log,
        min({{ log2('shares.p_related') }}) + sum({{ log2('levels.p_related') }}) as related_log,
        min({{ log2('shares.p_other') }}) + sum({{ log2('levels.p_other') }}) as other_log
    from levels
    inner join shares on levels.match_model = shares.match_model
    group by 1, 2
),

rivals as (
    select
        *,
        case when related_log > other_log then 'related' else 'other' end as rival,
        greatest(related_log, other_log) as rival_log,
        -{{ log2('1 + power(2.0, -abs(related_log - other_log))') }} as other_rival_weight
    from evidence
),

weights as (
    select
        *,
        match_log - rival_log + other_rival_weight as match_weight
    from rivals
)

select * from weights
