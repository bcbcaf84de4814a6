with

records as (select * from {{ ref('standardized_records') }} where compare_as_person),

evidence as (select * from {{ ref('record_evidence') }}),

nicknames as (select * from {{ ref('given_name_roots') }}),

terms as (select * from {{ ref('name_term_frequencies') }}),

names as (
    select
        records.*,
        coalesce(given.root, records.given_name_key) as given_root,
        -- A nickname written beside the name says what else the person is called.
        coalesce(nicknames.root_key, records.nickname_key, given.other_root) as given_root_2,
        given.sound as given_sound,
        family.sound as family_sound,
        family.usual_count as expected_family,
        given.usual_count * family.usual_count / nullif(family.records_in_all, 0) as expected_namesakes
    from records
    left join terms as given on given.term_kind = 'given_name' and records.given_name_key = given.term
    left join terms as family on family.term_kind = 'family_name' and records.family_name_key = family.term
    left join nicknames on records.nickname_key = nicknames.name_key
),

features as (
    select
        evidence.*,
        names.given_name_key as given_name,
        names.middle_name_key as middle_name,
        names.family_name_key as family_name,
        names.former_family_name_key as former_family_name,
        names.name_suffix_key as name_suffix,
        names.given_root,
        names.given_root_2,
        substr(names.given_root, 1, 1) as given_initial,
        substr(names.family_name_key, 1, 1) as family_initial,
        names.family_sound,
        names.given_sound,
        {{ hash_key(both_orders('names.given_name_key', 'names.family_name_key')) }} as name_pair,
        {{ hash_key(both_orders('names.given_sound', 'names.family_sound')) }} as name_pair_sound,
        -- A mailbox that is just the name repeats the name; digits or another word are evidence of their own.
        case
            when evidence.email_local is null then 0
            when evidence.email_local <> translate(evidence.email_local, '0123456789', '') then 1
            when position(names.family_name_key in evidence.email_local) + position(names.given_name_key in evidence.email_local) > 0 then 0
            else 1
        end as email_is_telling,
        names.birth_date,
        cast(extract(year from names.birth_date) as integer) as birth_year,
        case when names.birth_date_precision <> 'year' then cast(extract(month from names.birth_date) as integer) end as birth_month,
        case when names.birth_date_precision = 'day' then cast(extract(day from names.birth_date) as integer) end as birth_day,
        names.organization_name_key as organization_name,
        case
            when names.expected_family >= 60 then 0
            when names.expected_family >= 10 then 1
            else 2
        end as family_name_rarity,
        case
            when names.expected_namesakes >= 1 then 0
            when names.expected_namesakes >= 0.2 then 1
            when names.expected_namesakes >= 0.05 then 2
            when names.expected_namesakes >= 0.01 then 3
            when names.expected_namesakes >= 0.002 then 4
            else 5
        end as name_rarity
    from names
    inner join evidence on names.record_no = evidence.record_no
)

select * from features
