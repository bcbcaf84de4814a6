{{ config(materialized='ephemeral') }}

select * from {{ ref('stg_try__file_row_customers') }}
