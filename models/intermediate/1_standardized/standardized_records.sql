with

source_records as (select * from {{ ref('source_records') }}),

parties as (select * from {{ ref('standardized_parties') }}),

persons as (select * from {{ ref('standardized_person_names') }}),

emails as (select * from {{ ref('standardized_emails') }} where contact_point_no = 0),

phones as (select * from {{ ref('standardized_phones') }} where contact_point_no = 0),

addresses as (select * from {{ ref('standardized_addresses') }} where contact_point_no = 0),

birth_dates as (select * from {{ ref('standardized_dates') }} where attribute = 'birth_date'),

founding_dates as (select * from {{ ref('standardized_dates') }} where attribute = 'founding_date'),

identifiers as (select * from {{ ref('identifier_columns') }}),

standardized_records as (
    select
        source_records.record_no,
        source_records.record_id,
        source_records.source_system,
        source_records.source_object,
        source_records.source_key,
        source_records.customer_role,
        {{ record_status('source_records.is_deleted', 'source_records.merged_into_record_id') }} as record_status,
        parties.party_type,
        parties.party_type <> 'organization' and (parties.has_person or (not parties.has_organization and coalesce(
            emails.email, phones.phone, identifiers.national_id, identifiers.loyalty_number) is not null)) as compare_as_person,
        parties.party_type <> 'person' and (parties.has_organization or (parties.party_type = 'organization' and coalesce(
            emails.email, phones.phone, identifiers.vat_id, identifiers.tax_id) is not null)) as compare_as_organization,
        {{ person_columns() }},
        {{ organization_columns() }},
        birth_dates.date_value as birth_date,
        birth_dates.date_precision as birth_date_precision,
        founding_dates.date_value as founding_date,
        coalesce({{ standardize_gender('source_records.gender') }}, persons.gender_of_title) as gender,
        emails.email,
        emails.email_domain,
        phones.phone,
        {{ website_domain('source_records.website') }} as website_domain,
        addresses.street,
        addresses.street_key,
        addresses.house_number,
        addresses.unit,
        addresses.city,
        addresses.city_key,
        addresses.region,
        addresses.postal_code,
        addresses.postal_code_key,
        addresses.country,
        {{ address_key('addresses') }} as address_key,
        {%- for attribute in var('canonical_attributes') | selectattr('group', 'equalto', 'identifiers') | map(attribute='name') %}
        identifiers.{{ attribute }},
        {%- endfor %}
        source_records.account_record_id,
        source_records.parent_record_id,
        source_records.merged_into_record_id,
        source_records.same_as_record_id,
        source_records.verified_attributes,
        {{ standardize_timestamp('source_records.created_at') }} as source_created_at,
        {{ standardize_timestamp('source_records.updated_at') }} as source_updated_at
    from source_records
    inner join parties on source_records.record_no = parties.record_no
    left join persons on source_records.record_no = persons.record_no
    left join emails on source_records.record_no = emails.record_no
    left join phones on source_records.record_no = phones.record_no
    left join addresses on source_records.record_no = addresses.record_no
    left join birth_dates on source_records.record_no = birth_dates.record_no
    left join founding_dates on source_records.record_no = founding_dates.record_no
    left join identifiers on source_records.record_no = identifiers.record_no
)

select * from standardized_records
