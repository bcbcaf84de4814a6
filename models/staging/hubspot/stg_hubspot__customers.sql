{{ config(materialized='ephemeral') }}

select * from {{ ref('stg_hubspot__contact_customers') }}
union all
select * from {{ ref('stg_hubspot__company_customers') }}
