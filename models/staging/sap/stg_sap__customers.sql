{{ config(materialized='ephemeral') }}

select * from {{ ref('stg_sap__kna1_customers') }}
union all
select * from {{ ref('stg_sap__but000_customers') }}
