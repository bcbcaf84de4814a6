with

golden_records as (select * from {{ ref('golden_records') }}),

customers as (select * from {{ ref('customer_profiles') }}),

contact_points as (select * from {{ ref('standardized_contact_points') }}),

-- The key of the address that survived, of the record it came from.
dwellings as (
    select
        golden_records.customer_id,
        min(contact_points.value_key) as dwelling_key
    from golden_records
    inner join customers on golden_records.customer_id = customers.customer_id
    inner join contact_points
        on
            golden_records.address_record_no = contact_points.record_no
            and golden_records.street = contact_points.street
            and golden_records.house_number = contact_points.house_number
            and golden_records.postal_code = contact_points.postal_code
            and coalesce(golden_records.unit, '') = coalesce(contact_points.unit, '')
    where
        customers.customer_type = 'person'
        and contact_points.kind = 'address'
    group by golden_records.customer_id
)

select * from dwellings
