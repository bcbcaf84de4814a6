{{ config(materialized='ephemeral') }}

with

emails as (select * from {{ ref('standardized_emails') }} where contact_point_no > 0),

phones as (select * from {{ ref('standardized_phones') }} where contact_point_no > 0),

addresses as (select * from {{ ref('standardized_addresses') }} where contact_point_no > 0),

source_contact_points as (select * from {{ ref('source_contact_points') }}),

websites as (
    select record_no, contact_point_no, {{ website_domain('website') }} as website from source_contact_points where website is not null
),

contacts as (
    select
        record_no,
        contact_point_no,
        'email' as kind,
        email as value_key,
        email is not null as is_valid
    from emails
    union all
    select
        record_no,
        contact_point_no,
        'phone' as kind,
        phone as value_key,
        is_valid as is_valid
    from phones
    union all
    select
        record_no,
        contact_point_no,
        'website' as kind,
        website as value_key,
        website is not null as is_valid
    from websites
),
{% set parts = ['street', 'street_key', 'house_number', 'unit', 'city', 'region', 'postal_code', 'country'] %}
contact_point_values as (
    select
        *,
        case when kind = 'email' then value_key end as email,
        case when kind = 'phone' then value_key end as phone,
        case when kind = 'website' then value_key end as website
        {%- for part in parts %},
        cast(null as {{ dbt.type_string() }}) as {{ part }}
        {%- endfor %}
    from contacts
    union all
    select
        addresses.record_no,
        addresses.contact_point_no,
        'address' as kind,
        {{ address_key('addresses') }} as value_key,
        {{ address_key('addresses') }} is not null as is_valid,
        cast(null as {{ dbt.type_string() }}) as email,
        cast(null as {{ dbt.type_string() }}) as phone,
        cast(null as {{ dbt.type_string() }}) as website
        {%- for part in parts %},
        addresses.{{ part }}
        {%- endfor %}
    from addresses
    where coalesce(addresses.street_key, addresses.city, addresses.postal_code) is not null
)

select * from contact_point_values
