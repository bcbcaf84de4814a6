{{ config(materialized='connected_components') }}

with

cluster_links as (
    select * from {{ ref('cluster_links') }}
),

components as (
    select * from {{ ref('match_components') }}
),

violations as (
    select * from {{ ref('guard_violations') }}
)

select
    cluster_links.record_no_l,
    cluster_links.record_no_r
from cluster_links
inner join components on cluster_links.record_no_l = components.record_no
where components.component_no in (select component_no from violations)
