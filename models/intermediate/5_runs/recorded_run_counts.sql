{{ config(materialized='view') }}

select * from {{ ref('stg_state__build_run_counts') }}
