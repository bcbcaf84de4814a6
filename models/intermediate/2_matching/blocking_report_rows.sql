with

rules as (
    select * from {{ ref('blocking_rule_list') }}
),

sizes as (
    select
        rule_no,
        count(*) as key_count,
        max(record_count) as largest_key
    from {{ ref('blocking_key_sizes') }}
    group by rule_no
),

oversized as (
    select
        rule_no,
        count(*) as split_keys,
        sum(record_count) as split_key_records
    from {{ ref('blocking_large_keys') }}
    where is_oversized
    group by rule_no
),

ranked_skipped as (
    select
        *,
        row_number() over (partition by rule_no order by record_count desc, {{ binary_order('key_text') }}) as size_rank
    from {{ ref('blocking_skipped_keys') }}
),

skipped as (
    select
        rule_no,
        count(*) as skipped_keys,
        sum(record_count) as skipped_records,
        max(record_count) as largest_skipped_key_records,
        min(case when size_rank = 1 then key_text end) as largest_skipped_key
    from ranked_skipped
    group by rule_no
),

pairs as (
    select
        rule_no,
        count(*) as new_pairs,
        count(case when rule_count = 1 then 1 end) as pairs_of_no_other_rule
    from {{ ref('blocked_pairs') }}
    group by rule_no
),

report as (
    select
        rules.rule_no,
        rules.match_model,
        rules.blocking_rule,
        rules.key_limit,
        coalesce(sizes.key_count, 0) as key_count,
        coalesce(sizes.largest_key, 0) as largest_key,
        coalesce(pairs.new_pairs, 0) as new_pairs,
        coalesce(pairs.pairs_of_no_other_rule, 0) as pairs_of_no_other_rule,
        coalesce(oversized.split_keys, 0) as split_keys,
        coalesce(oversized.split_key_records, 0) as split_key_records,
        coalesce(skipped.skipped_keys, 0) as skipped_keys,
        coalesce(skipped.skipped_records, 0) as skipped_records,
        coalesce(skipped.largest_skipped_key_records, 0) as largest_skipped_key_records,
        skipped.largest_skipped_key
    from rules
    left join sizes on rules.rule_no = sizes.rule_no
    left join oversized on rules.rule_no = oversized.rule_no
    left join skipped on rules.rule_no = skipped.rule_no
    left join pairs on rules.rule_no = pairs.rule_no
)

select * from report
