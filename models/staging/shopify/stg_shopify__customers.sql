{{ config(materialized='ephemeral') }}

select * from {{ ref('stg_shopify__customer_customers') }}
