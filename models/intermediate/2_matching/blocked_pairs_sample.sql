{#- A view: only a forecast reads it. -#}
{{ config(materialized='view') }}

with

keys as (
    select * from {{ ref('usable_blocking_keys') }}
),

blocks as (
    select
        rule_no,
        blocking_key,
        split_key,
        count(*) as record_count
    from keys
    group by 1, 2, 3
),

-- All pairs of one record in so many that about as many pairs are drawn as var forecast_pairs says.
drawn as (
    select
        greatest(1, cast(floor(
            sum(cast(record_count as {{ column_type('double') }}) * (record_count - 1) / 2) / {{ var('forecast_pairs') }}
        ) as bigint)) as one_in
    from blocks
),

drawn_keys as (
    select keys.*
    from keys
    cross join drawn
    where {{ drawn_number('keys.record_no') }} % drawn.one_in = 0
),

pairs as (
    {{ pairs_of_keys('drawn_keys', 'keys') | indent(4) }}
),

first_rules as (
    {{ first_rules_of('pairs') | indent(4) }}
),

sampled as (
    select
        first_rules.*,
        drawn.one_in
    from first_rules
    cross join drawn
)

select * from sampled
