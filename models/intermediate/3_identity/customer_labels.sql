{{ config(materialized='ephemeral') }}

with

record_customers as (
    select * from {{ ref('record_customers') }}
),

records as (
    select * from {{ ref('standardized_records') }}
),

labelled as (
    select
        record_customers.customer_id,
        records.*,
        coalesce(records.full_name, records.organization_name) as display_name,
        row_number() over (
            partition by record_customers.customer_id
            order by
                case when coalesce(records.full_name, records.organization_name) is null then 1 else 0 end asc,
                case records.record_status when 'live' then 0 else 1 end asc,
                records.source_updated_at desc nulls last,
                records.record_no asc
        ) as place
    from record_customers
    inner join records on record_customers.record_no = records.record_no
),

-- the last in the alphabet is the weakest: account < contact < prospect, organization < person < uncertain
summed as (
    select
        customer_id,
        min(party_type) as customer_type,
        min(customer_role) as customer_role,
        max(case when place = 1 then display_name end) as display_name
    from labelled
    group by customer_id
)

select * from summed
