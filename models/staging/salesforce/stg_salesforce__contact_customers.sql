with

contacts as (
    {{ optional_columns(
        source('salesforce', 'contact'),
        required=['id', 'last_name'],
        optional=[
            'account_id', 'master_record_id', 'is_deleted', 'created_date', 'last_modified_date', 'name', 'salutation',
            'first_name', 'middle_name', 'suffix', 'birthdate', 'email', 'phone', 'mobile_phone', 'home_phone',
            'mailing_street', 'mailing_city', 'mailing_state', 'mailing_state_code', 'mailing_postal_code',
            'mailing_country', 'mailing_country_code', 'is_person_account',
        ]
    ) }}
),

-- Salesforce keeps a person account twice, as account and as contact: one party, so not a contact of itself.
contacts_with_accounts as (
    select
        *,
        {{ record_id('salesforce', 'account', 'account_id') }} as account_record_id,
        coalesce(lower(is_person_account) in ('true', 't', '1'), false) as is_the_account
    from contacts
),

customers as (
    select
        {{ record_columns('salesforce', 'contact', 'id') }},
        {{ canonical_columns({
            'party_type': "'person'",
            'customer_role': "'contact'",
            'full_name': 'name',
            'name_prefix': 'salutation',
            'given_name': 'first_name',
            'middle_name': 'middle_name',
            'family_name': 'last_name',
            'name_suffix': 'suffix',
            'birth_date': 'birthdate',
            'email': 'email',
            'phone': first_filled('mobile_phone', 'phone', 'home_phone'),
            'street_address': 'mailing_street',
            'city': 'mailing_city',
            'region': first_filled('mailing_state_code', 'mailing_state'),
            'postal_code': 'mailing_postal_code',
            'country': first_filled('mailing_country_code', 'mailing_country'),
            'account_record_id': 'case when not is_the_account then account_record_id end',
            'merged_into_record_id': record_id('salesforce', 'contact', 'master_record_id'),
            'same_as_record_id': 'case when is_the_account then account_record_id end',
            'is_deleted': 'is_deleted',
            'created_at': 'created_date',
            'updated_at': 'last_modified_date',
        }) }}
    from contacts_with_accounts
)

select * from customers
