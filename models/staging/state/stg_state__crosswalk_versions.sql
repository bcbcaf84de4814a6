with

published as (
    select * from {{ source('state', 'crosswalk_versions') }}
)

select * from published
