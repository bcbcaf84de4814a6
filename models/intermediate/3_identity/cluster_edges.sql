{{ config(materialized='ephemeral') }}

with

match_edges as (
    select * from {{ ref('match_edges') }} where not is_split_out
),

clusters as (
    select * from {{ ref('clusters') }}
),

inside as (
    select
        match_edges.record_no_l,
        match_edges.record_no_r,
        match_edges.edge_kind,
        match_edges.match_probability,
        l.cluster_no
    from match_edges
    inner join clusters as l on match_edges.record_no_l = l.record_no
    inner join clusters as r on match_edges.record_no_r = r.record_no
    where l.cluster_no = r.cluster_no
)

select * from inside
