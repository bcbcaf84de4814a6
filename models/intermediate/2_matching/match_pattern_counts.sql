with

counted as (
    select
        match_model_no,
        pattern_no,
        count(*) as pair_count
    from {{ ref('compared_pairs') }}
    group by 1, 2
)

select * from counted
