{{ config(materialized='ephemeral') }}

with

build_runs as (
    select * from {{ ref('stg_state__build_runs') }}
)

select coalesce(max(published_version), 0) + 1 as version
from build_runs
