{{ config(materialized='ephemeral') }}

select * from {{ ref('stg_sap__kna1_contact_points') }}
union all
select * from {{ ref('stg_sap__but000_contact_points') }}
