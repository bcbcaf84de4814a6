{{ config(materialized='ephemeral') }}

select * from {{ ref('stg_zendesk__user_customers') }}
union all
select * from {{ ref('stg_zendesk__organization_customers') }}
