with

leads as (
    {{ optional_columns(
        source('salesforce', 'lead'),
        required=['id', 'last_name'],
        optional=[
            'master_record_id', 'is_deleted', 'created_date', 'last_modified_date', 'name', 'salutation', 'first_name',
            'middle_name', 'suffix', 'company', 'email', 'phone', 'mobile_phone', 'website',
            'street', 'city', 'state', 'state_code', 'postal_code', 'country', 'country_code',
            'converted_account_id', 'converted_contact_id',
        ]
    ) }}
),

-- A converted lead lives on as its contact; as its account only when it names no person, for one record is one party.
leads_with_successors as (
    select
        *,
        {{ first_filled('last_name', 'first_name') }} is not null as names_a_person,
        {{ record_id('salesforce', 'contact', 'converted_contact_id') }} as contact_record_id,
        {{ record_id('salesforce', 'account', 'converted_account_id') }} as account_record_id
    from leads
),

customers as (
    select
        {{ record_columns('salesforce', 'lead', 'id') }},
        {{ canonical_columns({
            'customer_role': "'prospect'",
            'full_name': 'name',
            'name_prefix': 'salutation',
            'given_name': 'first_name',
            'middle_name': 'middle_name',
            'family_name': 'last_name',
            'name_suffix': 'suffix',
            'organization_name': 'company',
            'email': 'email',
            'phone': first_filled('mobile_phone', 'phone'),
            'website': 'website',
            'street_address': 'street',
            'city': 'city',
            'region': first_filled('state_code', 'state'),
            'postal_code': 'postal_code',
            'country': first_filled('country_code', 'country'),
            'account_record_id': 'case when names_a_person then account_record_id end',
            'merged_into_record_id': record_id('salesforce', 'lead', 'master_record_id'),
            'same_as_record_id': 'case when names_a_person then contact_record_id else account_record_id end',
            'is_deleted': 'is_deleted',
            'created_at': 'created_date',
            'updated_at': 'last_modified_date',
        }) }}
    from leads_with_successors
)

select * from customers
