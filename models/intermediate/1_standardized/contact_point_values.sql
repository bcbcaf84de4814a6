{{ config(materialized='ephemeral') }}

with

emails as (select * from {{ ref('standardized_emails') }}),

phones as (select * from {{ ref('standardized_phones') }}),

addresses as (select * from {{ ref('standardized_addresses') }}),

source_records as (select * from {{ ref('source_records') }}),

source_contact_points as (select * from {{ ref('source_contact_points') }}),

websites as (
    select record_no, 0 as contact_point_no, {{ website_domain('website') }} as website from source_records where website is not null
    union all
    select record_no, contact_point_no, {{ website_domain('website') }} as website from source_contact_points where website is not null
),

contact_values as (
    select
        record_no,
        contact_point_no,
        'email' as kind,
        1 as kind_no,
        email as value_key,
        email is not null as is_valid
    from emails
    union all
    select
        record_no,
        contact_point_no,
        'phone' as kind,
        2 as kind_no,
        phone as value_key,
        is_valid as is_valid
    from phones
    union all
    select
        record_no,
        contact_point_no,
        'address' as kind,
        3 as kind_no,
        {{ address_key('addresses') }} as value_key,
        {{ address_key('addresses') }} is not null as is_valid
    from addresses
    where coalesce(street_key, city, postal_code) is not null
    union all
    select
        record_no,
        contact_point_no,
        'website' as kind,
        4 as kind_no,
        website as value_key,
        website is not null as is_valid
    from websites
),

contact_point_values as (
    select
        contact_values.*,
        case when contact_values.kind = 'email' then contact_values.value_key end as email,
        case when contact_values.kind = 'phone' then contact_values.value_key end as phone,
        case when contact_values.kind = 'website' then contact_values.value_key end as website
        {%- for part in ['street', 'street_key', 'house_number', 'unit', 'city', 'region', 'postal_code', 'country'] %},
        addresses.{{ part }}
        {%- endfor %}
    from contact_values
    left join addresses
        on
            contact_values.kind = 'address'
            and contact_values.record_no = addresses.record_no
            and contact_values.contact_point_no = addresses.contact_point_no
)

select * from contact_point_values
