with

household_members as (
    select * from {{ ref('household_members') }}
    where not is_oversized
),

golden_records as (select * from {{ ref('golden_records') }}),

customers as (select * from {{ ref('customer_profiles') }}),

households as (
    select
        household_members.household_id,
        count(*) as member_count,
        cast(sum(case when customers.customer_role = 'account' then 1 else 0 end) as bigint) as account_count,
        {{ sorted_text_list('golden_records.family_name') }} as family_names,
        min(customers.first_seen) as first_seen,
        max(customers.last_changed) as last_changed
    from household_members
    inner join customers on household_members.customer_id = customers.customer_id
    left join golden_records on household_members.customer_id = golden_records.customer_id
    group by household_members.household_id
),

-- All members share one dwelling; it is spelled as the member spells it whose id names the household.
with_dwelling as (
    select
        households.household_id,
        households.member_count,
        households.account_count,
        households.family_names,
        golden_records.street,
        golden_records.house_number,
        golden_records.unit,
        golden_records.city,
        golden_records.region,
        golden_records.postal_code,
        golden_records.country,
        households.first_seen,
        households.last_changed
    from households
    inner join golden_records on households.household_id = golden_records.customer_id
)

select * from with_dwelling
