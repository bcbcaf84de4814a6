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

-- What is spelled alike is standardized once: a street line, a place.
address_texts as (
    select
        addresses.record_no,
        addresses.contact_point_no,
        addresses.street_address as street_text,
        addresses.house_number as house_number_text,
        addresses.unit as unit_text,
        addresses.city as city_text,
        addresses.region as region_text,
        addresses.postal_code as postal_code_text,
        addresses.country as country_text,
        standardized_countries.country,
        standardized_countries.issue as country_issue,
        {{ text_key(['addresses.street_address', 'addresses.house_number', 'addresses.unit', 'standardized_countries.country']) }}
            as street_line_key,
        {{ text_key(['addresses.city', 'addresses.region', 'addresses.postal_code', 'standardized_countries.country']) }} as place_key
    from addresses
    left join standardized_countries on addresses.country = standardized_countries.country_text
)

select * from address_texts
