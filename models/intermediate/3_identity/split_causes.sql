{{ config(materialized='ephemeral') }}

with

cut_pairs as (
    select * from {{ ref('cut_pairs') }}
),

clusters as (
    select * from {{ ref('clusters') }}
),

cuts as (
    select
        least(cluster_l.cluster_no, cluster_r.cluster_no) as cluster_no_l,
        greatest(cluster_l.cluster_no, cluster_r.cluster_no) as cluster_no_r,
        min(cut_pairs.cut_reason) as cause
    from cut_pairs
    inner join clusters as cluster_l on cut_pairs.record_no_l = cluster_l.record_no
    inner join clusters as cluster_r on cut_pairs.record_no_r = cluster_r.record_no
    group by 1, 2
)

select * from cuts
