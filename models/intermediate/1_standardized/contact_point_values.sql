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

{%- set address_parts = ['street', 'street_key', 'house_number', 'unit', 'city', 'region', 'postal_code', 'country'] %}

contact_point_values as (
    select
        record_no, contact_point_no, 'email' as kind, 1 as kind_no, email as value_key, email is not null as is_valid,
        email, null as phone, null as website
        {%- for part in address_parts %}, null as {{ part }}{% endfor %}
    from emails
    union all
    select record_no, contact_point_no, 'phone', 2, phone, is_valid, null, phone, null {%- for part in address_parts %}, null{% endfor %}
    from phones
    union all
    select
        record_no, contact_point_no, 'address', 3, {{ address_key('addresses') }}, {{ address_key('addresses') }} is not null,
        null, null, null {%- for part in address_parts %}, {{ part }}{% endfor %}
    from addresses
    where coalesce(street_key, city, postal_code) is not null
    union all
    select record_no, contact_point_no, 'website', 4, website, website is not null, null, null, website
        {%- for part in address_parts %}, null{% endfor %}
    from websites
)

select * from contact_point_values
