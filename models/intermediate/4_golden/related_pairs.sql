{{ config(materialized='ephemeral') }}

with

scored_pairs as (select * from {{ ref('scored_pairs') }}),

record_customers as (select * from {{ ref('record_customers') }}),

customers as (select * from {{ ref('customer_profiles') }}),

pairs as (
    select
        scored_pairs.record_no_l,
        scored_pairs.record_no_r,
        members_l.customer_id as customer_id_l,
        members_r.customer_id as customer_id_r,
        scored_pairs.related_probability
    from scored_pairs
    inner join record_customers as members_l on scored_pairs.record_no_l = members_l.record_no
    inner join record_customers as members_r on scored_pairs.record_no_r = members_r.record_no
    inner join customers as customers_l on members_l.customer_id = customers_l.customer_id
    inner join customers as customers_r on members_r.customer_id = customers_r.customer_id
    where
        scored_pairs.match_model = 'person'
        and scored_pairs.related_probability >= 0.5
        and members_l.customer_id <> members_r.customer_id
        and customers_l.customer_type = 'person'
        and customers_r.customer_type = 'person'
)

select * from pairs
