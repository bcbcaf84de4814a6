{{ config(materialized='ephemeral') }}

with

cluster_customers as (
    select * from {{ ref('cluster_customers') }}
),

fates as (
    select * from {{ ref('customer_fates') }}
),

record_customers as (
    select * from {{ ref('record_customers') }}
),

published_crosswalk as (
    select * from {{ ref('published_crosswalk') }}
),

-- to another customer that was there before, without its old customer having been merged into that one
moved as (
    select
        'record_moved' as event,
        record_customers.customer_id,
        published_crosswalk.customer_id as other_customer_id,
        record_customers.record_id,
        record_customers.cluster_no,
        fates.cluster_no as other_cluster_no
    from record_customers
    inner join published_crosswalk on record_customers.record_id = published_crosswalk.record_id
    inner join fates on published_crosswalk.customer_id = fates.customer_id
    inner join cluster_customers on record_customers.cluster_no = cluster_customers.cluster_no
    where record_customers.customer_id <> fates.resolved_customer_id and not cluster_customers.is_new
)

select * from moved
