with

stripe_customers as (
    {{ optional_columns(
        source('stripe', 'customer'),
        required=['id', 'name', 'email'],
        optional=[
            'phone', 'created', 'is_deleted', 'metadata_company', 'metadata_date_of_birth',
            'address_line_1', 'address_line_2', 'address_city', 'address_state', 'address_postal_code', 'address_country',
            'tax_info_tax_id', 'tax_info_type', 'tax_info_verification_status',
        ]
    ) }}
),

-- Stripe calls a European VAT number `vat` or `eu_vat`; every other type is a tax number of its country.
stripe_customers_with_tax_kind as (
    select
        *,
        case when tax_info_type in ('vat', 'eu_vat', 'gb_vat') then 'vat_id' else 'tax_id' end as tax_kind
    from stripe_customers
),

customers as (
    select
        {{ record_columns('stripe', 'customer', 'id') }},
        {{ canonical_columns({
            'customer_role': "'account'",
            'full_name': 'name',
            'organization_name': 'metadata_company',
            'birth_date': 'metadata_date_of_birth',
            'email': 'email',
            'phone': 'phone',
            'street_address': 'address_line_1',
            'unit': 'address_line_2',
            'city': 'address_city',
            'region': 'address_state',
            'postal_code': 'address_postal_code',
            'country': 'address_country',
            'vat_id': "case when tax_kind = 'vat_id' then tax_info_tax_id end",
            'tax_id': "case when tax_kind = 'tax_id' then tax_info_tax_id end",
            'verified_attributes': "case when tax_info_verification_status = 'verified' then tax_kind end",
            'is_deleted': 'is_deleted',
            'created_at': 'created',
        }) }}
    from stripe_customers_with_tax_kind
)

select * from customers
