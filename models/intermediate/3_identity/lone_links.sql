with

edges as (
    select * from {{ ref('cluster_edges') }}
),

links as (
    select * from {{ ref('cluster_links') }}
),

ties as (
    select record_no_l as record_no, record_no_r as neighbour_no, cluster_no from edges
    union all
    select record_no_r as record_no, record_no_l as neighbour_no, cluster_no from edges
),

tied_to_others as (
    select record_no, cluster_no
    from ties
    group by 1, 2
    having count(*) > 1
),

-- Only a link that holds the cluster together can be the only one between two parts of it.
candidates as (
    select
        links.record_no_l,
        links.record_no_r,
        links.edge_kind,
        links.match_probability,
        l.cluster_no
    from links
    inner join tied_to_others as l on links.record_no_l = l.record_no
    inner join tied_to_others as r on links.record_no_r = r.record_no
),

confirmed as (
    select distinct
        candidates.record_no_l,
        candidates.record_no_r
    from candidates
    inner join ties as l on candidates.record_no_l = l.record_no
    inner join ties as r on candidates.record_no_r = r.record_no and l.neighbour_no = r.neighbour_no
),

lone_links as (
    select candidates.*
    from candidates
    left join confirmed
        on candidates.record_no_l = confirmed.record_no_l and candidates.record_no_r = confirmed.record_no_r
    where confirmed.record_no_l is null
)

select * from lone_links
