with

kept as (
    select
        match_model_no,
        match_model,
        pattern_no,
        match_weight,
        match_probability,
        related_probability
    from {{ ref('match_patterns') }}
    where match_probability >= {{ setting('minimum_probability') }} or related_probability >= 0.5
),

scored as (
    select
        pairs.record_no_l,
        pairs.record_no_r,
        kept.match_model,
        pairs.rule_no,
        kept.pattern_no,
        kept.match_weight,
        kept.match_probability,
        kept.related_probability
    from {{ ref('compared_pairs') }} as pairs
    inner join kept on pairs.match_model_no = kept.match_model_no and pairs.pattern_no = kept.pattern_no
),

-- Two uncertain parties are compared as persons and as organizations; the likelier reading counts.
best as (
    select
        *,
        row_number() over (
            partition by record_no_l, record_no_r order by match_probability desc, match_model asc
        ) as reading_no
    from scored
),

likeliest as (
    select
        record_no_l,
        record_no_r,
        match_model,
        rule_no,
        pattern_no,
        match_weight,
        match_probability,
        related_probability
    from best
    where reading_no = 1
)

select * from likeliest
