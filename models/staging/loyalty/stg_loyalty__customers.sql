{{ config(materialized='ephemeral') }}

select * from {{ ref('stg_loyalty__loyalty_program_member_customers') }}
