with

source_records as (select * from {{ ref('source_records') }}),

standardized_countries as (select * from {{ ref('standardized_countries') }}),

junk_values as (select * from {{ ref('junk_values') }} where kind = 'identifier'),

identifiers as (
    {%- for attribute in var('canonical_attributes') | selectattr('group', 'equalto', 'identifiers') | map(attribute='name') %}
    select record_no, '{{ attribute }}' as attribute, {{ attribute }} as raw_value, country, verified_attributes
    from source_records
    where {{ trim_spaces(attribute) }} <> ''
    {{ 'union all' if not loop.last }}
    {%- endfor %}
),

characters_apart as (
    select
        identifiers.record_no,
        identifiers.attribute,
        identifiers.raw_value,
        standardized_countries.country,
        {{ identifier_characters('identifiers.raw_value') }} as characters,
        {{ is_listed('identifiers.attribute', 'identifiers.verified_attributes') }} as is_verified
    from identifiers
    left join standardized_countries on identifiers.country = standardized_countries.country_text
),

kinds_found as (
    select *, {{ identifier_kind('attribute', 'raw_value', 'characters', 'country') }} as identifier_kind from characters_apart
),

spelled as (
    select *, {{ identifier_value('identifier_kind', 'characters') }} as identifier_value from kinds_found
),

judged as (
    select
        spelled.*,
        case
            when junk_values.issue is not null or spelled.characters = ''
                or replace(spelled.characters, substr(spelled.characters, 1, 1), '') = '' then 'junk'
            when not {{ is_identifier('spelled.identifier_kind', 'spelled.identifier_value') }} then 'invalid_' || spelled.identifier_kind
        end as issue
    from spelled
    left join junk_values on lower(spelled.characters) = junk_values.value_key
),

standardized_identifiers as (
    select
        record_no,
        attribute,
        raw_value,
        identifier_kind,
        identifier_value,
        issue is null as is_valid,
        is_verified and issue is null as is_verified,
        issue
    from judged
)

select * from standardized_identifiers
