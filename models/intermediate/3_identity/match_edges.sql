with

scored_pairs as (
    select * from {{ ref('scored_pairs') }}
),

must_links as (
    select * from {{ ref('must_links') }}
),

decisions as (
    select * from {{ ref('decisions_in_force') }}
),

matches as (
    select scored_pairs.*
    from scored_pairs
    left join must_links
        on scored_pairs.record_no_l = must_links.record_no_l and scored_pairs.record_no_r = must_links.record_no_r
    where scored_pairs.decision_before_guards = 'match' and must_links.record_no_l is null
),

edges as (
    select
        record_no_l,
        record_no_r,
        'match' as edge_kind,
        match_weight as strength,
        match_probability,
        cast(null as bigint) as decision_no
    from matches
    union all
    select
        record_no_l,
        record_no_r,
        case when decision_no is null then 'declared_link' else 'steward_decision' end as edge_kind,
        strength,
        cast(1 as {{ column_type('double') }}) as match_probability,
        decision_no
    from must_links
),

split_out as (
    select record_no_l as record_no, decision_no
    from decisions
    where decision = 'split_out'
),

ranked as (
    select
        edges.record_no_l,
        edges.record_no_r,
        edges.edge_kind,
        edges.edge_kind <> 'match' as is_must_link,
        cast(edges.strength as {{ column_type('double') }}) as strength,
        edges.match_probability,
        -- a steward took one side out of its customer and did not put the two together since
        coalesce(split_l.decision_no > coalesce(edges.decision_no, 0), false)
        or coalesce(split_r.decision_no > coalesce(edges.decision_no, 0), false) as is_split_out,
        row_number() over (
            order by edges.strength desc, edges.record_no_l asc, edges.record_no_r asc
        ) as strength_rank
    from edges
    left join split_out as split_l on edges.record_no_l = split_l.record_no
    left join split_out as split_r on edges.record_no_r = split_r.record_no
)

select * from ranked
