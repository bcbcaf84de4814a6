{{ config(materialized='ephemeral') }}

with

customers as (select * from {{ ref('customer_profiles') }}),

links as (
    select * from {{ ref('customer_links') }}
    where link_rank = 1
),

household_members as (
    select * from {{ ref('household_members') }}
    where not is_oversized
),

ties as (
    select
        customers.customer_id,
        case
            when customers.customer_role = 'account' then customers.customer_id
            else coalesce(payers.customer_id, customers.customer_id)
        end as account_customer_id,
        parents.linked_customer_id as parent_customer_id,
        household_members.household_id
    from customers
    left join links as accounts on customers.customer_id = accounts.customer_id and accounts.link_kind = 'account'
    left join customers as payers
        on accounts.linked_customer_id = payers.customer_id and payers.customer_role = 'account'
    left join links as parents on customers.customer_id = parents.customer_id and parents.link_kind = 'parent'
    left join household_members on customers.customer_id = household_members.customer_id
)

select * from ties
