{{ config(materialized='ephemeral') }}

with

merged_customers as (
    select * from {{ ref('identity_changes') }}
    where event = 'merged'
),

record_customers as (
    select * from {{ ref('record_customers') }}
),

published_crosswalk as (
    select * from {{ ref('published_crosswalk') }}
),

match_edges as (
    select * from {{ ref('match_edges') }}
),

merging_records as (
    select
        record_customers.record_no,
        record_customers.cluster_no,
        published_crosswalk.customer_id as published_customer_id
    from record_customers
    inner join published_crosswalk on record_customers.record_id = published_crosswalk.record_id
    where record_customers.cluster_no in (select cluster_no from merged_customers)
),

edges_between as (
    select
        merged_customers.customer_id,
        match_edges.edge_kind,
        row_number() over (partition by merged_customers.customer_id order by match_edges.strength_rank asc) as place
    from match_edges
    inner join merging_records as side_l on match_edges.record_no_l = side_l.record_no
    inner join merging_records as side_r on match_edges.record_no_r = side_r.record_no
    inner join merged_customers
        on
            side_l.cluster_no = merged_customers.cluster_no
            and side_r.cluster_no = merged_customers.cluster_no
            and merged_customers.customer_id in (side_l.published_customer_id, side_r.published_customer_id)
            and merged_customers.other_customer_id in (side_l.published_customer_id, side_r.published_customer_id)
),

causes as (
    select
        customer_id,
        edge_kind as cause
    from edges_between
    where place = 1
)

select * from causes
