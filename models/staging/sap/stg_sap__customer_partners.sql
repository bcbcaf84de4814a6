{{ config(materialized='ephemeral') }}

with

links as (
    {{ optional_columns(
        source('sap', 'cvi_cust_link'), required=['client', 'partner_guid', 'customer'], optional=['_fivetran_deleted']
    ) }}
),

-- SAP links one customer to one partner; should a copy hold more, the lowest guid decides, whatever the row order.
customer_partners as (
    select
        client,
        customer,
        min(partner_guid) as partner_guid
    from links
    where coalesce(lower(_fivetran_deleted), 'false') in ('false', 'f', '0')
    group by client, customer
),

customer_partners_with_first as (
    select
        *,
        min(customer) over (partition by client, partner_guid) as first_customer
    from customer_partners
)

select * from customer_partners_with_first
