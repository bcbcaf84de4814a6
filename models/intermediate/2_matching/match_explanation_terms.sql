with

levels as (
    select * from {{ ref('match_pattern_levels') }}
),

weights as (
    select * from {{ ref('match_pattern_weights') }}
),

shares as (
    select * from {{ ref('match_parameters') }} where comparison = 'class_share'
),

terms as (
    select
        weights.match_model,
        weights.pattern_no,
        0 as term_no,
        'prior' as term,
        cast(null as integer) as level,
        shares.label,
        {{ log2('shares.p_match / case when weights.rival = \'related\' then shares.p_related else shares.p_other end') }} as weight
    from weights
    inner join shares on weights.match_model = shares.match_model
    union all
    select
        levels.match_model,
        levels.pattern_no,
        levels.comparison_no as term_no,
        levels.comparison as term,
        levels.level,
        levels.label,
        {{ log2('levels.p_match / case when weights.rival = \'related\' then levels.p_related else levels.p_other end') }} as weight
    from levels
    inner join weights
        on levels.match_model_no = weights.match_model_no and levels.pattern_no = weights.pattern_no
    union all
    select
        match_model,
        pattern_no,
        1000 as term_no,
        'other_rival' as term,
        cast(null as integer) as level,
        case when rival = 'related' then 'unrelated' else 'related' end || ' is possible too' as label,
        other_rival_weight as weight
    from weights
)

select * from terms
