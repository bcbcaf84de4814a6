{{ config(materialized='view') }}

with

crosswalk_versions as (
    select * from {{ ref('stg_state__crosswalk_versions') }}
)

select record_id, customer_id
from crosswalk_versions
where valid_to_version is null
