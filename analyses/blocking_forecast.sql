-- What will each blocking rule cost, before a pair is compared? Exact counts of keys, the pairs estimated from a sample.
--   dbt build --select +blocked_pairs_sample && dbt show --select analysis:blocking_forecast --limit 50
with

rules as (
    select * from {{ ref('blocking_rule_list') }}
),

sizes as (
    select
        rule_no,
        count(*) as key_count,
        max(record_count) as largest_key_records
    from {{ ref('blocking_key_sizes') }}
    group by rule_no
),

oversized as (
    select
        rule_no,
        count(*) as oversized_keys
    from {{ ref('blocking_large_keys') }}
    where is_oversized
    group by rule_no
),

ranked_keys as (
    select
        rule_no,
        key_text,
        row_number() over (partition by rule_no order by record_count desc, {{ binary_order('key_text') }}) as size_rank
    from {{ ref('blocking_large_keys') }}
),

sampled as (
    select
        rule_no,
        sum(one_in) as new_pairs,
        sum(case when rule_count = 1 then one_in else 0 end) as pairs_of_no_other_rule
    from {{ ref('blocked_pairs_sample') }}
    group by rule_no
),

forecast as (
    select
        rules.rule_no,
        rules.blocking_rule,
        coalesce(sizes.key_count, 0) as key_count,
        cast(coalesce(sampled.new_pairs, 0) as bigint) as new_pairs,
        cast(coalesce(sampled.pairs_of_no_other_rule, 0) as bigint) as pairs_of_no_other_rule,
        cast(coalesce(sum(sampled.new_pairs) over (order by rules.rule_no), 0) as bigint) as pairs_so_far,
        coalesce(oversized.oversized_keys, 0) as oversized_keys,
        coalesce(sizes.largest_key_records, 0) as largest_key_records,
        ranked_keys.key_text as largest_key
    from rules
    left join sizes on rules.rule_no = sizes.rule_no
    left join oversized on rules.rule_no = oversized.rule_no
    left join sampled on rules.rule_no = sampled.rule_no
    left join ranked_keys on rules.rule_no = ranked_keys.rule_no and ranked_keys.size_rank = 1
)

select * from forecast
order by rule_no
