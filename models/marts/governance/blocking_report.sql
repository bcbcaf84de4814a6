with

rules as (select * from {{ ref('blocking_report_rows') }}),

yields as (select * from {{ ref('blocking_yields') }}),

large_keys as (
    select * from {{ ref('blocking_large_keys') }}
    where is_oversized
),

ranked_keys as (
    select
        *,
        row_number() over (partition by rule_no order by record_count desc, {{ binary_order('key_text') }}) as size_rank
    from large_keys
),

largest_keys as (
    select
        rule_no,
        key_text
    from ranked_keys
    where size_rank = 1
),

report as (
    select
        cast(rules.rule_no as bigint) as rule_no,
        rules.match_model,
        rules.blocking_rule,
        {% for count in ['key_limit', 'key_count', 'split_keys', 'split_key_records', 'skipped_keys', 'skipped_records',
            'new_pairs', 'pairs_of_no_other_rule'] -%}
        cast(rules.{{ count }} as bigint) as {{ count }},
        {% endfor -%}
        cast(coalesce(yields.match_count, 0) as bigint) as matches,
        cast(coalesce(yields.match_count_of_this_rule_only, 0) as bigint) as matches_of_no_other_rule,
        cast(coalesce(yields.review_count, 0) as bigint) as reviews,
        cast(rules.largest_key as bigint) as largest_key_records,
        largest_keys.key_text as largest_oversized_key
    from rules
    left join yields on rules.rule_no = yields.rule_no
    left join largest_keys on rules.rule_no = largest_keys.rule_no
)

select * from report
