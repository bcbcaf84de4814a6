with

published as (
    select * from {{ source('state', 'customer_redirects') }}
)

select * from published
