with

records as (
    select * from {{ ref('standardized_records') }} where compare_as_person
),

roots as (
    select * from {{ ref('given_name_roots') }}
),

counted as (
    select
        'given_name' as term_kind,
        given_name_key as term,
        count(*) as record_count
    from records
    where given_name_key is not null
    group by 2
    union all
    select
        'family_name' as term_kind,
        family_name_key as term,
        count(*) as record_count
    from records
    where family_name_key is not null
    group by 2
),

terms as (
    select
        counted.*,
        {{ name_sound('counted.term') }} as sound,
        coalesce(roots.root_key, counted.term) as root,
        coalesce(roots.other_root_key, roots.root_key, counted.term) as other_root
    from counted
    left join roots on counted.term_kind = 'given_name' and counted.term = roots.name_key
)

select * from terms
