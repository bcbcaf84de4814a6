{{ config(materialized='ephemeral') }}

with

source_records as (select * from {{ ref('source_records') }}),

source_contact_points as (select * from {{ ref('source_contact_points') }}),

standardized_countries as (select * from {{ ref('standardized_countries') }}),

countries as (select * from {{ ref('countries') }}),

phones as (
    select
        record_no,
        0 as contact_point_no,
        phone as raw_phone,
        country as country_text
    from source_records
    where {{ trim_spaces('phone') }} <> ''
    union all
    select
        points.record_no,
        points.contact_point_no,
        points.phone as raw_phone,
        coalesce(points.country, source_records.country) as country_text
    from source_contact_points as points
    inner join source_records on points.record_no = source_records.record_no
    where {{ trim_spaces('points.phone') }} <> ''
),

digits as (
    select
        phones.record_no,
        phones.contact_point_no,
        phones.raw_phone,
        {{ phone_digits('phones.raw_phone') }} as number_text,
        countries.calling_code,
        coalesce(countries.trunk_prefix, '') as trunk_prefix,
        coalesce(countries.international_prefix, '00') as international_prefix,
        coalesce(countries.longest_phone, 10) as longest_phone
    from phones
    left join standardized_countries on phones.country_text = standardized_countries.country_text
    left join countries on standardized_countries.country = countries.country
),

-- What follows a + or what the country dials for abroad starts with a calling code; so does a number that opens with
-- the country's own and is longer than its national ones usually are.
phone_numbers as (
    select
        record_no,
        contact_point_no,
        raw_phone,
        number_text,
        calling_code,
        case
            when number_text like '+00%' then substr(number_text, 4)
            when number_text like '+%' then substr(number_text, 2)
            when international_prefix <> '00' and length(number_text) > 10 and number_text like international_prefix || '%'
                then substr(number_text, length(international_prefix) + 1)
            when number_text like '00%' then substr(number_text, 3)
            when
                length(number_text) > longest_phone
                and number_text like cast(calling_code as {{ dbt.type_string() }}) || '%'
                then number_text
        end as international_number
    from digits
)

select * from phone_numbers
