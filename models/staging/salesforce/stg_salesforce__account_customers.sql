with

accounts as (
    {{ optional_columns(
        source('salesforce', 'account'),
        required=['id', 'name'],
        optional=[
            'type', 'phone', 'website', 'parent_id', 'master_record_id', 'is_deleted', 'created_date', 'last_modified_date',
            'billing_street', 'billing_city', 'billing_state', 'billing_state_code', 'billing_postal_code',
            'billing_country', 'billing_country_code', 'year_started', 'duns_number',
            'vat_number_c', 'registration_number_c', 'billing_email_c',
            'is_person_account', 'salutation', 'first_name', 'middle_name', 'last_name', 'suffix', 'person_email',
            'person_birthdate',
        ]
    ) }}
),

accounts_with_kind as (
    select
        *,
        coalesce(lower(is_person_account) in ('true', 't', '1'), false) as is_person
    from accounts
),

customers as (
    select
        {{ record_columns('salesforce', 'account', 'id') }},
        {{ canonical_columns({
            'party_type': "case when is_person then 'person' else 'organization' end",
            'customer_role': "case when lower(type) like '%prospect%' then 'prospect' else 'account' end",
            'full_name': 'case when is_person then name end',
            'name_prefix': 'salutation',
            'given_name': 'first_name',
            'middle_name': 'middle_name',
            'family_name': 'last_name',
            'name_suffix': 'suffix',
            'organization_name': 'case when not is_person then name end',
            'birth_date': 'person_birthdate',
            'founding_date': 'year_started',
            'email': first_filled('person_email', 'billing_email_c'),
            'phone': 'phone',
            'website': 'website',
            'street_address': 'billing_street',
            'city': 'billing_city',
            'region': first_filled('billing_state_code', 'billing_state'),
            'postal_code': 'billing_postal_code',
            'country': first_filled('billing_country_code', 'billing_country'),
            'vat_id': 'vat_number_c',
            'registration_number': 'registration_number_c',
            'duns_number': 'duns_number',
            'parent_record_id': record_id('salesforce', 'account', 'parent_id'),
            'merged_into_record_id': record_id('salesforce', 'account', 'master_record_id'),
            'is_deleted': 'is_deleted',
            'created_at': 'created_date',
            'updated_at': 'last_modified_date',
        }) }}
    from accounts_with_kind
)

select * from customers
