{{ config(materialized='ephemeral') }}

select * from {{ ref('stg_hubspot__contact_contact_points') }}
