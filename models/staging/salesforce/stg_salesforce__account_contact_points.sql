with

accounts as (
    {{ optional_columns(
        source('salesforce', 'account'),
        required=['id'],
        optional=[
            'shipping_street', 'shipping_city', 'shipping_state', 'shipping_state_code', 'shipping_postal_code',
            'shipping_country', 'shipping_country_code',
        ]
    ) }}
),

contact_points as (
    select
        {{ record_id('salesforce', 'account', 'id') }} as record_id,
        {{ contact_point_columns({
            'kind': "'address'",
            'label': "'shipping'",
            'is_primary': "'false'",
            'street_address': 'shipping_street',
            'city': 'shipping_city',
            'region': first_filled('shipping_state_code', 'shipping_state'),
            'postal_code': 'shipping_postal_code',
            'country': first_filled('shipping_country_code', 'shipping_country'),
        }) }}
    from accounts
    where {{ first_filled('shipping_street', 'shipping_city', 'shipping_postal_code') }} is not null
)

select * from contact_points
