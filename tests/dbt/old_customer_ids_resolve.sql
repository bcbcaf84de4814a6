-- A customer id that was published before is a customer or is redirected to one, never both.
with

registry as (select * from {{ ref('next_customer_registry') }}),

customers as (select * from {{ ref('dim_customer') }}),

redirects as (select * from {{ ref('customer_id_redirect') }})

select
    registry.customer_id,
    registry.status,
    customers.customer_id as dim_customer_id,
    redirects.customer_id as redirected_to
from registry
left join customers on registry.customer_id = customers.customer_id
left join redirects on registry.customer_id = redirects.old_customer_id
where (customers.customer_id is null) = (redirects.customer_id is null)
