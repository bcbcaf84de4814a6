{{ config(materialized='ephemeral') }}

with

records as (
    select * from {{ ref('standardized_records') }}
),

keys as (
    select * from {{ ref('record_keys') }}
),

identifiers as (
    select * from {{ ref('record_identifiers') }}
),

contacts as (
    select
        record_no,
        {% for kind in ['email', 'phone', 'domain', 'address'] %}
        {%- set of_kind = "key_kind = '" ~ kind ~ "'" %}
        {{ value_of_first('record_key', 'key_text', of_kind) }} as {{ kind }}_key,
        {{ value_of_first('record_key', 'key_text', of_kind ~ ' and is_personal') }} as personal_{{ kind }}_key{{ ',' if not loop.last }}
        {% endfor %}
    from keys
    group by record_no
),

-- Without a country the rest still agrees.
{%- set country = "coalesce(records.country, '')" %}
evidence as (
    select
        records.record_no,
        {% for kind in ['email', 'phone', 'domain', 'address'] %}
        contacts.{{ kind }}_key,
        cast(coalesce(contacts.{{ kind }}_key = contacts.personal_{{ kind }}_key, false) as integer) as {{ kind }}_is_personal,
        {% endfor %}
        records.country,
        split_part(records.email, '@', 2) as email_domain,
        case when length(split_part(records.email, '@', 1)) >= 6 then split_part(records.email, '@', 1) end as email_local,
        {{ replace_pattern("split_part(records.email, '@', 1)", '[^0-9]', '') }} as email_digits,
        records.phone,
        records.street_key as street,
        records.city_key as city,
        records.house_number,
        {{ hash_key([country, 'records.postal_code_key', 'records.street_key', 'records.house_number']) }} as building_key,
        {{ hash_key([country, 'records.postal_code_key', 'records.street_key']) }} as street_key,
        {{ hash_key([country, 'records.postal_code_key']) }} as postal_key,
        {{ hash_key([country, 'records.city_key']) }} as city_key,
        {%- for text in compared_texts() %}
        {{ fold_text('texts.' ~ text) }} as {{ text }},
        {%- endfor %}
        identifiers.identifier,
        identifiers.identifier_kinds
    from records
    left join contacts on records.record_no = contacts.record_no
    left join identifiers on records.record_no = identifiers.record_no
    {%- if compared_texts() %}
    left join {{ ref('source_records') }} as texts on records.record_no = texts.record_no
    {%- endif %}
)

select * from evidence
