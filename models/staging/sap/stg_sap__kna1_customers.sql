with

general_data as (
    {{ optional_columns(
        source('sap', 'kna1'),
        required=['mandt', 'kunnr', 'name1', 'land1'],
        optional=[
            'name2', 'name3', 'anred', 'stras', 'ort01', 'pstlz', 'regio', 'telf1', 'telf2', 'knurl', 'adrnr', 'stkzn',
            'stceg', 'stcd1', 'stcd2', 'duns', 'loevm', 'erdat', 'updat', '_fivetran_deleted',
        ]
    ) }}
),

customer_partners as (
    select * from {{ ref('stg_sap__customer_partners') }}
),

partners as (
    select * from {{ ref('stg_sap__partners') }}
),

addresses as (
    select * from {{ ref('stg_sap__current_addresses') }}
),

parent_customers as (
    select * from {{ ref('stg_sap__parent_customers') }}
),

enriched as (
    select
        general_data.*,
        customer_partners.first_customer,
        parent_customers.hkunnr,
        addresses.email,
        addresses.house_number,
        addresses.unit,
        partners.gender,
        partners.name_first,
        partners.namemiddle,
        partners.name_last,
        partners.birth_date,
        partners.founding_date,
        partners.updated_at as partner_updated_at,
        coalesce(partners.party_type, case when general_data.stkzn = 'X' then 'person' end) as party_type,
        {{ trim_spaces("general_data.name1 || coalesce(' ' || name2, '') || coalesce(' ' || name3, '')") }} as name,
        -- The address book knows street and number apart; the customer's own copy stands in where it has no row.
        coalesce(addresses.street, general_data.stras) as street,
        coalesce(addresses.city, general_data.ort01) as city,
        coalesce(addresses.postal_code, general_data.pstlz) as postal_code,
        coalesce(addresses.region, general_data.regio) as region,
        coalesce(addresses.country, general_data.land1) as country
    from general_data
    left join customer_partners
        on general_data.mandt = customer_partners.client and general_data.kunnr = customer_partners.customer
    left join partners
        on customer_partners.client = partners.client and customer_partners.partner_guid = partners.partner_guid
    left join addresses on general_data.mandt = addresses.client and general_data.adrnr = addresses.addrnumber
    left join parent_customers
        on general_data.mandt = parent_customers.mandt and general_data.kunnr = parent_customers.kunnr
),

customers as (
    select
        {{ record_columns('sap', 'kna1', 'kunnr') }},
        {{ canonical_columns({
            'party_type': 'party_type',
            'customer_role': "'account'",
            'full_name': "case when party_type = 'organization' then null else name end",
            'name_prefix': 'anred',
            'given_name': 'name_first',
            'middle_name': 'namemiddle',
            'family_name': 'name_last',
            'organization_name': "case when party_type = 'organization' then name end",
            'birth_date': 'birth_date',
            'founding_date': 'founding_date',
            'gender': 'gender',
            'email': 'email',
            'phone': first_filled('telf1', 'telf2'),
            'website': 'knurl',
            'street_address': 'street',
            'house_number': 'house_number',
            'unit': 'unit',
            'city': 'city',
            'region': 'region',
            'postal_code': 'postal_code',
            'country': 'country',
            'vat_id': 'stceg',
            'tax_id': first_filled('stcd1', 'stcd2'),
            'duns_number': 'duns',
            'parent_record_id': record_id('sap', 'kna1', 'hkunnr'),
            'same_as_record_id': record_id('sap', 'kna1', 'nullif(first_customer, kunnr)'),
            'is_deleted': "case when loevm = 'X' then 'true' else _fivetran_deleted end",
            'created_at': sap_date('erdat'),
            'updated_at': 'coalesce(' ~ sap_date('updat') ~ ', partner_updated_at, ' ~ sap_date('erdat') ~ ')',
        }) }}
    from enriched
)

select * from customers
