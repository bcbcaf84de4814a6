with

uses as (
    select * from {{ ref('contact_point_uses') }}
),

profiles as (
    select * from {{ ref('contact_point_profiles') }} where usage <> 'junk'
),

identifiers as (
    select * from {{ ref('standardized_identifiers') }} where is_valid
),

words as (
    select * from {{ ref('organization_name_words') }}
),

keys as (
    select
        uses.record_no,
        uses.kind as key_kind,
        uses.contact_key as record_key,
        uses.value_key as key_text,
        profiles.usage = 'personal' as is_personal
    from uses
    inner join profiles on uses.kind = profiles.kind and uses.contact_key = profiles.contact_key
    union all
    select distinct
        record_no,
        'identifier' as key_kind,
        {{ hash_key(['identifier_kind', 'identifier_value']) }} as record_key,
        cast(null as {{ dbt.type_string() }}) as key_text,
        true as is_personal
    from identifiers
    union all
    select
        record_no,
        'rare_word' as key_kind,
        {{ hash_key(['word']) }} as record_key,
        null as key_text,
        true as is_personal
    from words
    where is_rare
)

select * from keys
