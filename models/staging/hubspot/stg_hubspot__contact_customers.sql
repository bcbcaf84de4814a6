with

contacts as (
    {{ optional_columns(
        source('hubspot', 'contact'),
        required=['id', 'property_email'],
        optional=[
            'property_firstname', 'property_lastname', 'property_salutation', 'property_phone', 'property_mobilephone',
            'property_company', 'property_date_of_birth', 'property_address', 'property_city', 'property_state',
            'property_zip', 'property_country', 'property_associatedcompanyid', 'property_createdate',
            'property_lastmodifieddate', '_fivetran_deleted',
        ]
    ) }}
),

merged as (
    select * from {{ ref('stg_hubspot__merges') }}
),

customers as (
    select
        {{ record_columns('hubspot', 'contact', 'contacts.id') }},
        {{ canonical_columns({
            'party_type': "'person'",
            'customer_role': "case when contacts.property_associatedcompanyid is null then 'prospect' else 'contact' end",
            'name_prefix': 'contacts.property_salutation',
            'given_name': 'contacts.property_firstname',
            'family_name': 'contacts.property_lastname',
            'organization_name': 'contacts.property_company',
            'birth_date': 'contacts.property_date_of_birth',
            'email': 'contacts.property_email',
            'phone': first_filled('contacts.property_mobilephone', 'contacts.property_phone'),
            'street_address': 'contacts.property_address',
            'city': 'contacts.property_city',
            'region': 'contacts.property_state',
            'postal_code': 'contacts.property_zip',
            'country': 'contacts.property_country',
            'account_record_id': record_id('hubspot', 'company', 'contacts.property_associatedcompanyid'),
            'merged_into_record_id': record_id('hubspot', 'contact', 'merged.canonical_vid'),
            'is_deleted': 'contacts._fivetran_deleted',
            'created_at': 'contacts.property_createdate',
            'updated_at': 'contacts.property_lastmodifieddate',
        }) }}
    from contacts
    left join merged on contacts.id = merged.vid_to_merge
)

select * from customers
