{{ config(materialized='ephemeral') }}

with

customer_addresses as (
    {{ optional_columns(
        source('shopify', 'customer_address'),
        required=['id', 'customer_id'],
        optional=[
            'company', 'address_1', 'address_2', 'city', 'province', 'province_code', 'country', 'country_code', 'zip', 'phone',
            'is_default',
        ]
    ) }}
),

-- Should a customer have two default addresses, the last one made is the default.
ranked as (
    select
        *,
        coalesce(lower(is_default) in ('true', 't', '1'), false) as is_marked,
        row_number() over (
            partition by customer_id
            order by case when lower(is_default) in ('true', 't', '1') then 0 else 1 end, id desc
        ) as place
    from customer_addresses
),

addresses as (
    select
        customer_id,
        company,
        address_1 as street_address,
        address_2 as unit,
        city,
        {{ first_filled('province_code', 'province') }} as region,
        zip as postal_code,
        {{ first_filled('country_code', 'country') }} as country,
        phone,
        is_marked and place = 1 as is_default
    from ranked
)

select * from addresses
