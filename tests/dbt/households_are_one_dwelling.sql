-- A household has as many members as it says, 2 to the limit, all persons, and its id is a member's.
with

members as (
    select * from {{ ref('dim_customer') }}
    where household_id is not null
),

households as (select * from {{ ref('dim_household') }}),

counted as (
    select
        household_id,
        count(*) as member_count,
        min(customer_id) as first_customer_id,
        sum(case customer_type when 'person' then 1 else 0 end) as person_count,
        count(distinct coalesce(postal_code, '') || '|' || coalesce(house_number, '')) as dwelling_count
    from members
    group by household_id
)

select
    households.household_id,
    counted.member_count,
    counted.person_count,
    counted.dwelling_count
from households
left join counted on households.household_id = counted.household_id
where
    counted.member_count is null
    or counted.member_count <> households.member_count
    or counted.member_count not between 2 and {{ var('household_size_limit') }}
    or counted.person_count <> counted.member_count
    or counted.first_customer_id <> households.household_id
    or counted.dwelling_count <> 1
