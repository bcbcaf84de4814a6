{{ config(materialized='connected_components') }}

with

edges as (
    select * from {{ ref('cluster_edges') }}
),

lone_links as (
    select * from {{ ref('lone_links') }}
),

their_clusters as (
    select distinct cluster_no from lone_links
)

select
    edges.record_no_l,
    edges.record_no_r
from edges
inner join their_clusters on edges.cluster_no = their_clusters.cluster_no
left join lone_links on edges.record_no_l = lone_links.record_no_l and edges.record_no_r = lone_links.record_no_r
where lone_links.record_no_l is null
