{{ config(materialized='ephemeral') }}

with

household_members as (
    select * from {{ ref('household_members') }}
    where not is_oversized
),

related_customers as (select * from {{ ref('related_customers') }}),

household_pairs as (
    select
        members_l.customer_id,
        members_r.customer_id as related_customer_id,
        'household_member' as relationship_type
    from household_members as members_l
    inner join household_members as members_r
        on members_l.household_id = members_r.household_id and members_l.customer_id < members_r.customer_id
),

-- Two colleagues may still be of one household, through a third person.
colleague_pairs as (
    select
        related_customers.customer_id_l as customer_id,
        related_customers.customer_id_r as related_customer_id,
        'colleague_of' as relationship_type
    from related_customers
    left join household_pairs
        on
            related_customers.customer_id_l = household_pairs.customer_id
            and related_customers.customer_id_r = household_pairs.related_customer_id
    where related_customers.same_employer and household_pairs.customer_id is null
),

relationships as (
    select * from household_pairs
    union all
    select * from colleague_pairs
)

select * from relationships
