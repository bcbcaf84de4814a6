{{ config(materialized='ephemeral') }}

with

source_records as (select * from {{ ref('source_records') }}),

source_contact_points as (select * from {{ ref('source_contact_points') }}),

standardized_countries as (select * from {{ ref('standardized_countries') }}),

addresses as (
    select record_no, 0 as contact_point_no, street_address, house_number, unit, city, region, postal_code, country
    from source_records
    where coalesce(street_address, city, postal_code, region, country) is not null
    union all
    select record_no, contact_point_no, street_address, house_number, unit, city, region, postal_code, country
    from source_contact_points
    where kind = 'address'
),

address_texts as (
    select
        addresses.record_no,
        addresses.contact_point_no,
        {{ tidy_text('addresses.street_address') }} as street_text,
        {{ tidy_text('addresses.house_number') }} as house_number_text,
        {{ tidy_text('addresses.unit') }} as unit_text,
        {{ tidy_text('addresses.city') }} as city_text,
        {{ tidy_text('addresses.region') }} as region_text,
        {{ tidy_text('addresses.postal_code') }} as postal_code_text,
        addresses.country as country_text,
        standardized_countries.country,
        standardized_countries.issue as country_issue
    from addresses
    left join standardized_countries on addresses.country = standardized_countries.country_text
)

select * from address_texts
