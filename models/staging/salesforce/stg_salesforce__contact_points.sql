{{ config(materialized='ephemeral') }}

select * from {{ ref('stg_salesforce__account_contact_points') }}
union all
select * from {{ ref('stg_salesforce__contact_contact_points') }}
union all
select * from {{ ref('stg_salesforce__lead_contact_points') }}
