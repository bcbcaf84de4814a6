with

clusters as (
    select
        cluster_no,
        count(*) as record_count
    from {{ ref('clusters') }}
    group by cluster_no
    having count(*) > 1
),

edges as (
    select
        cluster_no,
        count(*) as edge_count
    from {{ ref('cluster_edges') }}
    group by cluster_no
),

bridges as (
    select
        cluster_no,
        count(*) as bridge_count,
        min(match_probability) as weakest_bridge
    from {{ ref('cluster_bridges') }}
    group by cluster_no
),

quality as (
    select
        clusters.cluster_no,
        clusters.record_count,
        edges.edge_count,
        cast(2 as {{ column_type('double') }}) * edges.edge_count / (clusters.record_count * (clusters.record_count - 1)) as density,
        coalesce(bridges.bridge_count, 0) as bridge_count,
        bridges.weakest_bridge
    from clusters
    inner join edges on clusters.cluster_no = edges.cluster_no
    left join bridges on clusters.cluster_no = bridges.cluster_no
)

select * from quality
