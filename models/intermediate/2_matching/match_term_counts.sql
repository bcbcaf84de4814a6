with

records as (
    select * from {{ ref('standardized_records') }}
),

names as (
    select
        term_kind,
        term,
        record_count
    from {{ ref('name_terms') }}
),

organization_names as (
    select
        'organization_name' as term_kind,
        organization_name_key as term,
        count(*) as record_count
    from records
    where compare_as_organization and organization_name_key is not null
    group by 2
),

word_uses as (
    select {{ unnest_list(words_of('organization_name_key')) }} as term
    from records
    where compare_as_organization
),

organization_words as (
    select
        'organization_word' as term_kind,
        term,
        count(*) as record_count
    from word_uses
    group by 2
),

totals as (
    select
        'records' as term_kind,
        'person' as term,
        count(case when compare_as_person then 1 end) as record_count
    from records
    union all
    select
        'records' as term_kind,
        'organization' as term,
        count(case when compare_as_organization then 1 end) as record_count
    from records
),

-- What fewer than five records hold counts as rare without being listed.
listed as (
    select * from names where record_count >= 5
    union all
    select * from organization_names where record_count >= 5
    union all
    select * from organization_words where record_count >= 5
),

-- The total of a kind is its own row, so that a share becomes a number of records again.
frequencies as (
    select
        listed.term_kind,
        listed.term,
        listed.record_count,
        cast(listed.record_count as {{ column_type('double') }}) / totals.record_count as frequency
    from listed
    inner join totals
        on totals.term = case when listed.term_kind in ('given_name', 'family_name') then 'person' else 'organization' end
    union all
    select
        term_kind,
        term,
        record_count,
        cast(record_count as {{ column_type('double') }}) as frequency
    from totals
)

select * from frequencies
