with

profiles as (select * from {{ ref('customer_profiles') }}),

golden_records as (select * from {{ ref('golden_records') }}),

completeness as (select * from {{ ref('customer_completeness') }}),

ties as (select * from {{ ref('customer_ties') }}),

with_unknown_member as (
    select customer_id from profiles
    union all
    select cast(0 as bigint) as customer_id
),

customers as (
    select
        with_unknown_member.customer_id,
        coalesce(profiles.customer_type, 'unknown') as customer_type,
        coalesce(profiles.customer_role, 'unknown') as customer_role,
        coalesce(profiles.status, 'unknown') as status,
        {{ display_name('profiles', 'golden_records') }} as display_name,
        golden_records.organization_name as legal_name,
        golden_records.legal_form,
        golden_records.elf_code,
        golden_records.trading_name,
        golden_records.name_prefix,
        golden_records.given_name,
        golden_records.middle_name,
        golden_records.family_name,
        golden_records.name_suffix,
        cast(golden_records.birth_date as date) as birth_date,
        cast(golden_records.founding_date as date) as founding_date,
        golden_records.gender,
        golden_records.email,
        golden_records.phone,
        golden_records.website,
        golden_records.street,
        golden_records.house_number,
        golden_records.unit,
        golden_records.city,
        golden_records.region,
        golden_records.postal_code,
        golden_records.country,
        golden_records.vat_id,
        golden_records.tax_id,
        golden_records.national_id,
        golden_records.registration_number,
        golden_records.duns_number,
        golden_records.lei,
        golden_records.loyalty_number,
        coalesce(ties.account_customer_id, with_unknown_member.customer_id) as account_customer_id,
        ties.parent_customer_id,
        ties.household_id,
        profiles.source_systems,
        profiles.records,
        coalesce(profiles.record_count, 0) as record_count,
        coalesce(profiles.live_record_count, 0) as live_record_count,
        profiles.first_seen,
        profiles.last_changed,
        coalesce(completeness.completeness, 0) as completeness,
        coalesce(profiles.confidence, 0) as confidence
    from with_unknown_member
    left join profiles on with_unknown_member.customer_id = profiles.customer_id
    left join golden_records on with_unknown_member.customer_id = golden_records.customer_id
    left join completeness on with_unknown_member.customer_id = completeness.customer_id
    left join ties on with_unknown_member.customer_id = ties.customer_id
)

select * from customers
