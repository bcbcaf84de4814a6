with

-- What is not the default address may be a friend's: a contact point, not the customer's own address.
addresses as (
    select * from {{ ref('stg_shopify__addresses') }} where not is_default
),

contact_points as (
    select
        {{ record_id('shopify', 'customer', 'customer_id') }} as record_id,
        {{ contact_point_columns({
            'kind': "'address'",
            'label': "'address book'",
            'is_primary': "'false'",
            'street_address': 'street_address',
            'unit': 'unit',
            'city': 'city',
            'region': 'region',
            'postal_code': 'postal_code',
            'country': 'country',
        }) }}
    from addresses
    where {{ first_filled('street_address', 'city', 'postal_code') }} is not null
)

select * from contact_points
