{{ config(materialized='ephemeral') }}

with

parts as (
    select * from {{ ref('blocking_split_keys') }}
    where record_count > 1 and (split_key is null or record_count > 2 * {{ blocking_limit('rule_no') }})
),

large_keys as (
    select * from {{ ref('blocking_large_keys') }}
),

junk as (
    select * from {{ ref('contact_point_profiles') }}
    where usage = 'junk' and record_count > 1
),

rules as (
    select * from {{ ref('blocking_rule_list') }}
),

skipped as (
    select
        parts.rule_no,
        large_keys.key_text,
        parts.record_count
    from parts
    inner join large_keys on parts.rule_no = large_keys.rule_no and parts.blocking_key = large_keys.blocking_key
    union all
    select
        rules.rule_no,
        junk.value_key as key_text,
        junk.record_count
    from rules
    inner join junk on rules.each_kind = junk.kind
)

select * from skipped
