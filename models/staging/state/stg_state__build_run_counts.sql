with

published as (
    select * from {{ source('state', 'build_run_counts') }}
)

select * from published
