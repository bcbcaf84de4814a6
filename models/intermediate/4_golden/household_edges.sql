with

related_customers as (select * from {{ ref('related_customers') }}),

edges as (
    select
        customer_id_l,
        customer_id_r
    from related_customers
    -- Related through an organization are colleagues, whose dwelling and phone are the office's.
    where same_dwelling and (same_surname or same_contact) and not same_employer
)

select * from edges
