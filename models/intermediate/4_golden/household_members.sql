with

components as (select * from {{ ref('household_components') }}),

sizes as (
    select
        component_no as household_id,
        count(*) as member_count
    from components
    group by component_no
),

members as (
    select
        components.customer_id,
        sizes.household_id,
        sizes.member_count,
        -- More people than one home holds: an institution or a shared address, for a person to look at.
        sizes.member_count > {{ var('household_size_limit') }} as is_oversized
    from components
    inner join sizes on components.component_no = sizes.household_id
)

select * from members
