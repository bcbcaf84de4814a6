{{ config(materialized='ephemeral') }}

select * from {{ ref('stg_stripe__customer_customers') }}
