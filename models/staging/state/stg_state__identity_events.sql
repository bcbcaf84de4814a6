with

published as (
    select * from {{ source('state', 'identity_events') }}
)

select * from published
