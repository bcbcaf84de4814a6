with

clusters as (
    select * from {{ ref('clusters') }}
),

cluster_links as (
    select * from {{ ref('cluster_links') }}
),

weakest_links as (
    select
        clusters.cluster_no,
        min(cluster_links.match_probability) as confidence
    from cluster_links
    inner join clusters on cluster_links.record_no_l = clusters.record_no
    group by clusters.cluster_no
),

confidence as (
    select
        clusters.cluster_no,
        coalesce(weakest_links.confidence, cast(1 as {{ column_type('double') }})) as confidence
    from clusters
    left join weakest_links on clusters.cluster_no = weakest_links.cluster_no
    where clusters.record_no = clusters.cluster_no
)

select * from confidence
