with

quality as (select * from {{ ref('cluster_quality') }}),

confidence as (select * from {{ ref('cluster_confidence') }}),

cluster_customers as (select * from {{ ref('cluster_customers') }}),

customer_match_quality as (
    select
        cluster_customers.customer_id,
        quality.record_count,
        quality.edge_count as matching_pairs,
        quality.density,
        confidence.confidence,
        quality.bridge_count,
        quality.weakest_bridge
    from quality
    inner join cluster_customers on quality.cluster_no = cluster_customers.cluster_no
    inner join confidence on quality.cluster_no = confidence.cluster_no
)

select * from customer_match_quality
