-- An account pays for itself, and who pays for another customer pays for itself.
with

customers as (select * from {{ ref('dim_customer') }})

select
    customers.customer_id,
    customers.customer_role,
    customers.account_customer_id,
    payers.customer_role as payer_role
from customers
inner join customers as payers on customers.account_customer_id = payers.customer_id
where
    (customers.customer_role = 'account' and customers.account_customer_id <> customers.customer_id)
    or (customers.account_customer_id <> customers.customer_id and payers.account_customer_id <> payers.customer_id)
