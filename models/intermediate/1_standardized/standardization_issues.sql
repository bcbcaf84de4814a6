with

source_records as (select * from {{ ref('source_records') }}),

persons as (select * from {{ ref('standardized_person_names') }}),

parties as (select * from {{ ref('standardized_parties') }}),

issues_found as (
    select record_no, 0 as contact_point_no, 'email' as attribute, raw_email as raw_value, email as clean_value, issue
    from {{ ref('standardized_emails') }}
    where issue is not null
    union all
    select record_no, contact_point_no, 'phone' as attribute, raw_phone as raw_value, phone as clean_value, issue
    from {{ ref('standardized_phones') }}
    where issue is not null
    union all
    select record_no, 0 as contact_point_no, attribute, raw_value, null as clean_value, issue
    from {{ ref('standardized_identifiers') }}
    where issue is not null
    union all
    select record_no, 0 as contact_point_no, attribute, raw_value, null as clean_value, issue
    from {{ ref('standardized_dates') }}
    where issue is not null
    union all
    select record_no, contact_point_no, attribute, raw_value, null as clean_value, issue
    from {{ ref('address_issues') }}
    union all
    select
        persons.record_no,
        0 as contact_point_no,
        'full_name' as attribute,
        coalesce(source_records.full_name, source_records.given_name || ' ' || source_records.family_name,
            source_records.family_name, source_records.given_name) as raw_value,
        null as clean_value,
        persons.name_issue as issue
    from persons
    inner join source_records on persons.record_no = source_records.record_no
    inner join parties on persons.record_no = parties.record_no
    where persons.name_issue is not null and parties.party_type <> 'organization'
    union all
    select record_no, 0 as contact_point_no, 'organization_name' as attribute, organization_name as raw_value, null as clean_value,
        organization_name_issue as issue
    from parties
    where organization_name_issue is not null and has_organization_column
    {%- for attribute in ['created_at', 'updated_at'] %}
    union all
    select record_no, 0 as contact_point_no, '{{ attribute }}' as attribute, {{ attribute }} as raw_value, null as clean_value,
        'unreadable_timestamp' as issue
    from source_records
    where {{ trim_spaces(attribute) }} <> '' and {{ standardize_timestamp(attribute) }} is null
    {%- endfor %}
),

standardization_issues as (
    select record_no, contact_point_no, attribute, raw_value, clean_value, issue from issues_found
)

select * from standardization_issues
