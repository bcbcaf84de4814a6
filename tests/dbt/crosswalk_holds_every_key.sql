-- Accepted records + records that left the sources + rejected keys = rows of the crosswalk.
with

accepted as (select count(*) as keys from {{ ref('source_records') }}),

missing as (select count(*) as keys from {{ ref('record_customers') }} where record_no is null),

rejected as (
    select count(distinct rejected_records_found.record_id) as keys
    from {{ ref('rejected_records_found') }}
    left join {{ ref('record_customers') }} on rejected_records_found.record_id = record_customers.record_id
    where record_customers.record_id is null
),

crosswalk as (select count(*) as keys from {{ ref('customer_crosswalk') }}),

counted as (
    select
        accepted.keys as accepted_keys,
        missing.keys as missing_keys,
        rejected.keys as rejected_keys,
        crosswalk.keys as crosswalk_keys
    from accepted
    cross join missing
    cross join rejected
    cross join crosswalk
)

select * from counted
where accepted_keys + missing_keys + rejected_keys <> crosswalk_keys
