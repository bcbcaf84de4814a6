{#- Only training reads it: a view, and `customer-master build` leaves it out, for Spark would make a table of it. -#}
{{ config(materialized='view', tags=['training']) }}

with

random_pairs as (
    select * from {{ ref('random_pairs') }}
),

compared as (
    {{ compared_pairs_of('random_pairs', 'block_count') | indent(4) }}
),

-- Of the pairs of a country one in so many as it has blocks was drawn.
counted as (
    select
        match_model_no,
        pattern_no,
        cast(sum(block_count) as {{ column_type('double') }}) as pair_count
    from compared
    group by 1, 2
)

select * from counted
