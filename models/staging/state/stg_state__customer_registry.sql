with

published as (
    select * from {{ source('state', 'customer_registry') }}
)

select * from published
