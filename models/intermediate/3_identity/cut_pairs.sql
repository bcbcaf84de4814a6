with

match_edges as (
    select * from {{ ref('match_edges') }}
),

clusters as (
    select * from {{ ref('clusters') }}
),

violations as (
    select * from {{ ref('guard_violations') }}
),

cluster_values as (
    select distinct clusters.cluster_no, violations.guard, violations.guard_value
    from violations
    inner join clusters on violations.record_no = clusters.record_no
),

cut_edges as (
    select
        match_edges.*,
        cluster_l.cluster_no as cluster_no_l,
        cluster_r.cluster_no as cluster_no_r
    from match_edges
    inner join clusters as cluster_l on match_edges.record_no_l = cluster_l.record_no
    inner join clusters as cluster_r on match_edges.record_no_r = cluster_r.record_no
    where cluster_l.cluster_no <> cluster_r.cluster_no
),

reasons as (
    select
        cut_edges.record_no_l,
        cut_edges.record_no_r,
        min(case when cut_edges.is_split_out then 'split_out' else values_l.guard end) as cut_reason
    from cut_edges
    left join cluster_values as values_l on cut_edges.cluster_no_l = values_l.cluster_no
    left join cluster_values as values_r
        on cut_edges.cluster_no_r = values_r.cluster_no and values_l.guard = values_r.guard
    where
        cut_edges.is_split_out
        or {{ guard_values_conflict('values_l.guard', 'values_l.guard_value', 'values_r.guard_value') }}
    group by cut_edges.record_no_l, cut_edges.record_no_r
),

cut_pairs as (
    select
        cut_edges.record_no_l,
        cut_edges.record_no_r,
        reasons.cut_reason,
        cut_edges.edge_kind,
        cut_edges.match_probability
    from cut_edges
    left join reasons
        on cut_edges.record_no_l = reasons.record_no_l and cut_edges.record_no_r = reasons.record_no_r
)

select * from cut_pairs
