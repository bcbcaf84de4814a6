{{ config(materialized='ephemeral') }}

with

keys as (
    select * from {{ ref('blocking_keys') }}
),

oversized as (
    select * from {{ ref('blocking_large_keys') }} where is_oversized
),

whole_keys as (
    select sizes.rule_no, sizes.blocking_key
    from {{ ref('blocking_key_sizes') }} as sizes
    left join oversized on sizes.rule_no = oversized.rule_no and sizes.blocking_key = oversized.blocking_key
    where oversized.rule_no is null
),

whole as (
    select
        keys.rule_no,
        keys.blocking_key,
        cast(0 as {{ column_type('ubigint') }}) as split_key,
        keys.record_no
    from keys
    inner join whole_keys on keys.rule_no = whole_keys.rule_no and keys.blocking_key = whole_keys.blocking_key
),

split as (
    select
        keys.rule_no,
        keys.blocking_key,
        keys.split_key,
        keys.record_no
    from keys
    inner join {{ ref('blocking_split_keys') }} as sizes
        on
            keys.rule_no = sizes.rule_no
            and keys.blocking_key = sizes.blocking_key
            and keys.split_key = sizes.split_key
    where sizes.record_count between 2 and 2 * {{ blocking_limit('keys.rule_no') }}
),

usable as (
    select * from whole
    union all
    select * from split
)

select * from usable
