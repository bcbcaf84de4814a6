with

partners as (
    select * from {{ ref('stg_sap__partners') }}
),

customer_partners as (
    select * from {{ ref('stg_sap__customer_partners') }}
),

general_data as (
    {{ optional_columns(source('sap', 'kna1'), required=['mandt', 'kunnr']) }}
),

addresses as (
    select * from {{ ref('stg_sap__current_addresses') }}
),

-- A link to a customer that is not there hides nobody: the partner is then a record of its own.
partners_told_by_a_customer as (
    select distinct
        customer_partners.client,
        customer_partners.partner_guid
    from customer_partners
    inner join general_data
        on customer_partners.client = general_data.mandt and customer_partners.customer = general_data.kunnr
),

partners_alone as (
    select
        partners.*,
        addresses.street,
        addresses.house_number,
        addresses.unit,
        addresses.city,
        addresses.region,
        addresses.postal_code,
        addresses.country,
        addresses.phone,
        addresses.email
    from partners
    left join partners_told_by_a_customer as told
        on partners.client = told.client and partners.partner_guid = told.partner_guid
    left join addresses on partners.client = addresses.client and partners.addrcomm = addresses.addrnumber
    where told.partner_guid is null
),

customers as (
    select
        {{ record_columns('sap', 'but000', 'partner') }},
        {{ canonical_columns({
            'party_type': 'party_type',
            'customer_role': "'prospect'",
            'given_name': 'name_first',
            'middle_name': 'namemiddle',
            'family_name': 'name_last',
            'organization_name': 'organization_name',
            'birth_date': 'birth_date',
            'founding_date': 'founding_date',
            'gender': 'gender',
            'email': 'email',
            'phone': 'phone',
            'street_address': 'street',
            'house_number': 'house_number',
            'unit': 'unit',
            'city': 'city',
            'region': 'region',
            'postal_code': 'postal_code',
            'country': 'country',
            'is_deleted': 'is_deleted',
            'created_at': 'created_at',
            'updated_at': 'coalesce(updated_at, created_at)',
        }) }}
    from partners_alone
)

select * from customers
