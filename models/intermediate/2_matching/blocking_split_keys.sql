with

keys as (
    select * from {{ ref('blocking_keys') }}
),

oversized as (
    select * from {{ ref('blocking_large_keys') }} where is_oversized
),

split as (
    select
        keys.rule_no,
        keys.blocking_key,
        keys.split_key,
        count(*) as record_count
    from keys
    inner join oversized on keys.rule_no = oversized.rule_no and keys.blocking_key = oversized.blocking_key
    group by 1, 2, 3
)

select * from split
