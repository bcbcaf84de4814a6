{{ config(materialized='ephemeral') }}

with

records as (select * from {{ ref('standardized_records') }}),

counted as (
    select
        country,
        postal_code_key,
        city_key,
        count(*) as record_count
    from records
    where country is not null and postal_code_key is not null and city_key is not null
    group by country, postal_code_key, city_key
),

ranked as (
    select
        *,
        sum(record_count) over (partition by country, postal_code_key) as code_count,
        row_number() over (
            partition by country, postal_code_key
            order by record_count desc, {{ binary_order('city_key') }} asc
        ) as city_rank
    from counted
),

-- Five records that agree in four of five cases know the city of a postal code.
postal_code_cities as (
    select
        country,
        postal_code_key,
        city_key
    from ranked
    where city_rank = 1 and code_count >= 5 and 5 * record_count >= 4 * code_count
)

select * from postal_code_cities
