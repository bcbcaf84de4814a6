with

redirects as (select * from {{ ref('next_customer_redirects') }}),

resolved as (
    select
        old_customer_id,
        customer_id,
        version as since_version
    from redirects
)

select * from resolved
