with

yields as (select * from {{ ref('blocking_yields') }}),

key_sizes as (select * from {{ ref('blocking_key_sizes') }}),

large_keys as (
    select * from {{ ref('blocking_large_keys') }}
    where is_oversized
),

rules as (
    {% for rule in blocking_rules() -%}
    select
        {{ rule.no }} as rule_no,
        '{{ rule.match_model }}' as match_model,
        '{{ rule.name }}' as blocking_rule
    {{ 'union all' if not loop.last }}
    {% endfor %}
),

keys as (
    select
        rule_no,
        count(*) as key_count
    from key_sizes
    group by rule_no
),

ranked_keys as (
    select
        *,
        row_number() over (partition by rule_no order by record_count desc, {{ binary_order('key_text') }}) as size_rank
    from large_keys
),

oversized as (
    select
        rule_no,
        count(*) as oversized_key_count,
        max(record_count) as largest_key_records,
        max(case when size_rank = 1 then key_text end) as largest_key
    from ranked_keys
    group by rule_no
),

report as (
    select
        cast(rules.rule_no as bigint) as rule_no,
        rules.match_model,
        rules.blocking_rule,
        {% for count in ['key_count', 'oversized_key_count', 'largest_key_records', 'pair_count',
            'pair_count_of_this_rule_only', 'match_count', 'match_count_of_this_rule_only', 'review_count'] -%}
        cast(coalesce({{ count }}, 0) as bigint) as {{ count }},
        {% endfor -%}
        oversized.largest_key
    from rules
    left join keys on rules.rule_no = keys.rule_no
    left join oversized on rules.rule_no = oversized.rule_no
    left join yields on rules.rule_no = yields.rule_no
)

select * from report
