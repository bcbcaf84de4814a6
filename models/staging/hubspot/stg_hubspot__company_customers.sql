with

companies as (
    {{ optional_columns(
        source('hubspot', 'company'),
        required=['id', 'property_name'],
        optional=[
            'property_domain', 'property_website', 'property_phone', 'property_address', 'property_address_2',
            'property_city', 'property_state', 'property_zip', 'property_country', 'property_hs_parent_company_id',
            'property_createdate', 'property_hs_lastmodifieddate', 'is_deleted', '_fivetran_deleted',
        ]
    ) }}
),

customers as (
    select
        {{ record_columns('hubspot', 'company', 'id') }},
        {{ canonical_columns({
            'party_type': "'organization'",
            'customer_role': "'prospect'",
            'organization_name': 'property_name',
            'phone': 'property_phone',
            'website': first_filled('property_website', 'property_domain'),
            'street_address': 'property_address',
            'unit': 'property_address_2',
            'city': 'property_city',
            'region': 'property_state',
            'postal_code': 'property_zip',
            'country': 'property_country',
            'parent_record_id': record_id('hubspot', 'company', 'property_hs_parent_company_id'),
            'is_deleted': first_filled('is_deleted', '_fivetran_deleted'),
            'created_at': 'property_createdate',
            'updated_at': 'property_hs_lastmodifieddate',
        }) }}
    from companies
)

select * from customers
