with

points as (
    select * from {{ ref('contact_point_uses') }}
),

records as (
    select * from {{ ref('standardized_records') }}
),

roots as (
    select * from {{ ref('given_name_roots') }}
),

initials as (
    select
        records.record_no,
        records.compare_as_person,
        records.organization_name_key,
        substr(coalesce(roots.root_key, records.given_name_key), 1, 1) as given_initial,
        substr(records.family_name_key, 1, 1) as family_initial
    from records
    left join roots on records.given_name_key = roots.name_key
),

-- Initials of the root form in either order: 'Bob Smith' and 'Smyth Robert' are one name, 'Mary Smith' is another.
names as (
    select
        record_no,
        compare_as_person as is_person,
        case
            when compare_as_person then least(given_initial, family_initial) || greatest(given_initial, family_initial)
            else substr(organization_name_key, 1, 3)
        end as name_key
    from initials
),

named as (
    select
        points.kind,
        points.contact_key,
        names.is_person,
        names.name_key,
        count(*) as record_count,
        min(points.value_key) as value_key
    from points
    inner join names on points.record_no = names.record_no
    group by 1, 2, 3, 4
),

counted as (
    select
        kind,
        contact_key,
        min(value_key) as value_key,
        sum(record_count) as record_count,
        count(name_key) as name_count,
        count(case when is_person then name_key end) as person_name_count,
        count(case when not is_person then name_key end) as organization_name_count
    from named
    group by 1, 2
),

-- A person's own line stays personal although the firm states it too; a firm's line may carry a trade name beside the firm's.
profiles as (
    select
        *,
        case
            when name_count > {{ var('contact_point_junk_names') }} then 'junk'
            -- in most rows of a small file
            when name_count > 5 and 2 * record_count > sum(record_count) over (partition by kind) then 'junk'
            when person_name_count > 1 or organization_name_count > 2 then 'shared'
            else 'personal'
        end as usage
    from counted
)

select * from profiles
