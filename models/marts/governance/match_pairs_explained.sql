with

scored_pairs as (select * from {{ ref('scored_pairs') }}),

must_links as (
    select * from {{ ref('match_edges') }}
    where is_must_link
),

cut_pairs as (select * from {{ ref('cut_pairs') }}),

record_customers as (select * from {{ ref('record_customers') }}),

records as (select * from {{ ref('standardized_records') }}),

explanations as (select * from {{ ref('pattern_explanations') }}),

members as (
    select
        records.record_no,
        records.record_id,
        coalesce(records.full_name, records.organization_name) as display_name,
        record_customers.customer_id
    from records
    inner join record_customers on records.record_no = record_customers.record_no
),

pairs as (
    select
        scored_pairs.*,
        coalesce(scored_pairs.record_no_l, must_links.record_no_l) as pair_no_l,
        coalesce(scored_pairs.record_no_r, must_links.record_no_r) as pair_no_r,
        coalesce(must_links.edge_kind, 'score') as decided_by
    from scored_pairs
    full outer join must_links
        on scored_pairs.record_no_l = must_links.record_no_l and scored_pairs.record_no_r = must_links.record_no_r
),

explained as (
    select
        members_l.record_id as record_id_l,
        members_r.record_id as record_id_r,
        members_l.customer_id as customer_id_l,
        members_r.customer_id as customer_id_r,
        members_l.display_name as display_name_l,
        members_r.display_name as display_name_r,
        pairs.match_model,
        pairs.blocking_rule,
        pairs.decided_by,
        pairs.decision_before_guards,
        case
            when members_l.customer_id = members_r.customer_id then 'match'
            when cut_pairs.record_no_l is not null then 'cut'
            else pairs.decision_before_guards
        end as decision,
        cut_pairs.cut_reason,
        pairs.match_weight,
        pairs.match_probability,
        pairs.related_probability,
        explanations.prior_weight,
        {% for comparison in comparison_names() -%}
        explanations.{{ comparison }}_level,
        {% endfor -%}
        {% for comparison in comparison_names() -%}
        explanations.{{ comparison }}_weight,
        {% endfor -%}
        explanations.other_rival_weight
    from pairs
    inner join members as members_l on pairs.pair_no_l = members_l.record_no
    inner join members as members_r on pairs.pair_no_r = members_r.record_no
    left join cut_pairs on pairs.pair_no_l = cut_pairs.record_no_l and pairs.pair_no_r = cut_pairs.record_no_r
    left join explanations
        on pairs.match_model = explanations.match_model and pairs.pattern_no = explanations.pattern_no
    where
        pairs.match_probability >= {{ setting('review_threshold') }}
        or members_l.customer_id = members_r.customer_id
        or cut_pairs.record_no_l is not null
)

select * from explained
