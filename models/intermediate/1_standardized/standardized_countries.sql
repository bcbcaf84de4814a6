with

source_records as (select * from {{ ref('source_records') }}),

source_contact_points as (select * from {{ ref('source_contact_points') }}),

country_names as (select * from {{ ref('country_names') }}),

country_texts as (
    select country as country_text from source_records where country is not null
    union
    select country as country_text from source_contact_points where country is not null
),

keyed as (
    select country_text, {{ fold_text('country_text') }} as country_key from country_texts
),

standardized_countries as (
    select
        keyed.country_text,
        country_names.country,
        case when keyed.country_key is not null and country_names.country is null then 'unknown_country' end as issue
    from keyed
    left join country_names on keyed.country_key = country_names.country_key
)

select * from standardized_countries
