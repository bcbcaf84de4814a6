with

shop_customers as (
    {{ optional_columns(
        source('shopify', 'customer'),
        required=['id', 'email'],
        optional=['first_name', 'last_name', 'phone', 'verified_email', 'created_at', 'updated_at', '_fivetran_deleted']
    ) }}
),

addresses as (
    select * from {{ ref('stg_shopify__addresses') }} where is_default
),

customers as (
    select
        {{ record_columns('shopify', 'customer', 'shop_customers.id') }},
        {{ canonical_columns({
            'customer_role': "'account'",
            'given_name': 'shop_customers.first_name',
            'family_name': 'shop_customers.last_name',
            'organization_name': 'addresses.company',
            'email': 'shop_customers.email',
            'phone': first_filled('shop_customers.phone', 'addresses.phone'),
            'street_address': 'addresses.street_address',
            'unit': 'addresses.unit',
            'city': 'addresses.city',
            'region': 'addresses.region',
            'postal_code': 'addresses.postal_code',
            'country': 'addresses.country',
            'verified_attributes': "case when lower(shop_customers.verified_email) in ('true', 't', '1') then 'email' end",
            'is_deleted': 'shop_customers._fivetran_deleted',
            'created_at': 'shop_customers.created_at',
            'updated_at': 'shop_customers.updated_at',
        }) }}
    from shop_customers
    left join addresses on shop_customers.id = addresses.customer_id
)

select * from customers
