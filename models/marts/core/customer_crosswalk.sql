with

record_customers as (select * from {{ ref('record_customers') }}),

rejected_records as (select * from {{ ref('rejected_records_found') }}),

known as (
    select
        record_id,
        customer_id,
        record_status
    from record_customers
),

-- A second row of one key is rejected too, but its key has a customer; a null key is no key.
rejected as (
    select distinct
        rejected_records.record_id,
        cast(0 as bigint) as customer_id,
        'rejected' as record_status
    from rejected_records
    left join record_customers on rejected_records.record_id = record_customers.record_id
    where rejected_records.record_id is not null and record_customers.record_id is null
),

crosswalk as (
    select * from known
    union all
    select * from rejected
),

-- From the record id, because a record that left the sources has nothing else; a key may itself hold colons.
with_keys as (
    select
        record_id,
        split_part(record_id, ':', 1) as source_system,
        split_part(record_id, ':', 2) as source_object,
        substr(record_id, length(split_part(record_id, ':', 1)) + length(split_part(record_id, ':', 2)) + 3)
            as source_key,
        customer_id,
        record_status
    from crosswalk
)

select * from with_keys
