with

candidates as (
    select * from {{ ref('pair_candidates') }}
),

consensus as (
    select * from {{ ref('pair_consensus') }}
),

decided as (
    select
        candidates.record_no_l,
        candidates.record_no_r,
        candidates.match_model,
        case candidates.rule_no
            {% for rule in blocking_rules() -%}
            when {{ rule.no }} then '{{ rule.match_model }}.{{ rule.name }}'
            {% endfor %}
        end as blocking_rule,
        candidates.pattern_no,
        candidates.match_weight,
        candidates.match_probability,
        candidates.related_probability,
        consensus.consensus_weight,
        case
            -- A pair that would join records which deny each other is for a person to see.
            when consensus.consensus_weight > 0 then 'match'
            when candidates.match_probability >= {{ setting('review_threshold') }} then 'review'
            when candidates.related_probability >= 0.5 then 'related'
            else 'non_match'
        end as decision_before_guards
    from candidates
    left join consensus
        on candidates.record_no_l = consensus.record_no_l and candidates.record_no_r = consensus.record_no_r
)

select * from decided
