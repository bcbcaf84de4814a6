with

stripe_customers as (
    {{ optional_columns(
        source('stripe', 'customer'),
        required=['id'],
        optional=[
            'shipping_phone', 'shipping_address_line_1', 'shipping_address_line_2', 'shipping_address_city',
            'shipping_address_state', 'shipping_address_postal_code', 'shipping_address_country',
        ]
    ) }}
),

contact_points as (
    select
        {{ record_id('stripe', 'customer', 'id') }} as record_id,
        {{ contact_point_columns({
            'kind': "'address'",
            'label': "'shipping'",
            'is_primary': "'false'",
            'street_address': 'shipping_address_line_1',
            'unit': 'shipping_address_line_2',
            'city': 'shipping_address_city',
            'region': 'shipping_address_state',
            'postal_code': 'shipping_address_postal_code',
            'country': 'shipping_address_country',
        }) }}
    from stripe_customers
    where
        {{ first_filled('shipping_address_line_1', 'shipping_address_city', 'shipping_address_postal_code') }}
        is not null
    union all
    select
        {{ record_id('stripe', 'customer', 'id') }} as record_id,
        {{ contact_point_columns({
            'kind': "'phone'",
            'label': "'shipping'",
            'is_primary': "'false'",
            'phone': 'shipping_phone',
        }) }}
    from stripe_customers
    where {{ first_filled('shipping_phone') }} is not null
)

select * from contact_points
