with

rules as (select * from {{ ref('blocking_report_rows') }}),

yields as (select * from {{ ref('blocking_yields') }}),

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
        cast(rules.largest_skipped_key_records as bigint) as largest_skipped_key_records,
        rules.largest_skipped_key
    from rules
    left join yields on rules.rule_no = yields.rule_no
)

select * from report
