{{ config(materialized='ephemeral') }}

select * from {{ ref('stg_salesforce__account_customers') }}
union all
select * from {{ ref('stg_salesforce__contact_customers') }}
union all
select * from {{ ref('stg_salesforce__lead_customers') }}
