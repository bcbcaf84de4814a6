{{ config(materialized='ephemeral') }}

with

record_customers as (select * from {{ ref('record_customers') }}),

records as (select * from {{ ref('standardized_records') }}),

members as (
    select
        record_customers.customer_id,
        record_customers.cluster_no,
        record_customers.record_id,
        record_customers.source_system,
        records.party_type,
        records.customer_role,
        records.source_created_at,
        records.source_updated_at,
        case record_customers.record_status when 'live' then 1 else 0 end as is_live,
        -- Records that are not live say what a customer is only if no live one is left.
        max(case record_customers.record_status when 'live' then 1 else 0 end) over (
            partition by record_customers.customer_id
        ) as has_live
    from record_customers
    left join records on record_customers.record_no = records.record_no
)

select * from members
