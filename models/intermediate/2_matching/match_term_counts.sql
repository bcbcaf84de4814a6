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

organization_terms as (
    select * from {{ ref('organization_terms') }}
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
    select * from organization_terms where record_count >= 5
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
