{{ config(materialized='ephemeral') }}

with

records as (
    select * from {{ ref('standardized_records') }}
    where compare_as_organization
),

organization_names as (
    select
        'organization_name' as term_kind,
        organization_name_key as term,
        count(*) as record_count
    from records
    where organization_name_key is not null
    group by 2
),

word_uses as (
    select {{ unnest_list(words_of('organization_name_key')) }} as term
    from records
),

organization_words as (
    select
        'organization_word' as term_kind,
        term,
        count(*) as record_count
    from word_uses
    group by 2
),

terms as (
    select * from organization_names
    union all
    select * from organization_words
)

select * from terms
