with

keys as (
    select * from {{ ref('blocking_keys') }}
),

sizes as (
    select
        rule_no,
        blocking_key,
        count(*) as record_count,
        min(record_no) as example_record_no
    from keys
    group by 1, 2
    having count(*) > 1
)

select * from sizes
