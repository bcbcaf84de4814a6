{{ config(materialized='ephemeral') }}

select * from {{ ref('stg_state__build_runs') }}
