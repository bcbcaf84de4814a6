{{ config(materialized='ephemeral') }}

with

address_texts as (select * from {{ ref('address_texts') }}),

postal_code_shapes as (select * from {{ ref('postal_code_shapes') }}),

countries_with_shapes as (select distinct country from postal_code_shapes),

regions as (select * from {{ ref('regions') }}),

junk_values as (select * from {{ ref('junk_values') }} where kind in ('any', 'city')),

places as (
    select
        place_key,
        max(city_text) as raw_city,
        max(region_text) as raw_region,
        max(postal_code_text) as raw_postal_code,
        max(country) as country
    from address_texts
    group by place_key
),

tidied as (
    select
        *,
        {{ tidy_text('raw_city') }} as city_text,
        {{ tidy_text('raw_region') }} as region_text,
        {{ tidy_text('raw_postal_code') }} as postal_code_text
    from places
),

folded as (
    select
        *,
        {{ postal_code_characters('postal_code_text', 'country') }} as postal_code_plain,
        {{ fold_text('city_text') }} as city_folded,
        {{ fold_text('region_text') }} as region_key
    from tidied
),

keyed as (
    select
        *,
        {{ standardize_postal_code('postal_code_plain', 'country') }} as postal_code_found,
        {{ city_key('city_folded') }} as city_key_found
    from folded
),

{% set bare_code = "replace(replace(keyed.postal_code_found, ' ', ''), '-', '')" -%}
judged as (
    select
        keyed.*,
        regions.region as known_region,
        junk_values.issue as city_issue,
        case
            when keyed.postal_code_found is null then null
            when replace(replace(keyed.postal_code_found, '0', ''), ' ', '') = '' then 'junk'
            when countries_with_shapes.country is not null and postal_code_shapes.country is null then 'invalid_postal_code'
            when not {{ is_postal_code(bare_code, 'keyed.country') }} then 'invalid_postal_code'
        end as postal_code_issue
    from keyed
    left join countries_with_shapes on keyed.country = countries_with_shapes.country
    left join postal_code_shapes
        on keyed.country = postal_code_shapes.country and {{ postal_code_shape(bare_code) }} = postal_code_shapes.postal_code_shape
    left join regions on keyed.country = regions.country and keyed.region_key = regions.region_key
    left join junk_values on keyed.city_key_found = junk_values.value_key
),

standardized_places as (
    select
        place_key,
        case when city_issue is null then {{ proper_case('city_text') }} end as city,
        case when city_issue is null then city_key_found end as city_key,
        coalesce(known_region, region_text) as region,
        case when postal_code_issue is null then postal_code_found end as postal_code,
        case when postal_code_issue is null then {{ postal_code_key('postal_code_found', 'country') }} end as postal_code_key,
        city_issue,
        postal_code_issue
    from judged
)

select * from standardized_places
