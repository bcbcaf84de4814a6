{{ config(materialized='ephemeral') }}

with

blocked_pairs as (select * from {{ ref('blocked_pairs') }}),

scored_pairs as (
    select * from {{ ref('scored_pairs') }}
    where decision_before_guards in ('match', 'review')
),

found as (
    select
        blocked_pairs.rule_no,
        sum(case scored_pairs.decision_before_guards when 'match' then 1 else 0 end) as match_count,
        sum(case when scored_pairs.decision_before_guards = 'match' and blocked_pairs.rule_count = 1 then 1 else 0 end)
            as match_count_of_this_rule_only,
        sum(case scored_pairs.decision_before_guards when 'review' then 1 else 0 end) as review_count
    from scored_pairs
    inner join blocked_pairs
        on scored_pairs.record_no_l = blocked_pairs.record_no_l and scored_pairs.record_no_r = blocked_pairs.record_no_r
    group by blocked_pairs.rule_no
)

select * from found
