with

names as (select * from {{ ref('person_name_keys') }}),

honorifics as (select * from {{ ref('honorifics') }}),

junk_values as (select * from {{ ref('junk_values') }}),

-- A placeholder is no name, whether it fills one column or both.
judged as (
    select
        names.*,
        case
            when junk_name.issue is not null then junk_name.issue
            when {{ has_pattern("coalesce(given_name, '') || coalesce(family_name, '')", '[0-9].*[0-9].*[0-9]|@') }} then 'not_a_person'
        end as name_issue,
        junk_given.issue as given_name_issue,
        junk_family.issue as family_name_issue,
        suffixes.honorific as known_suffix,
        prefixes.honorific as known_prefix,
        nullif(coalesce(prefixes.gender, names.title_gender), '') as gender_of_title
    from names
    left join junk_values as junk_given on junk_given.kind in ('any', 'given_name') and names.given_name_key = junk_given.value_key
    left join junk_values as junk_family on junk_family.kind = 'any' and names.family_name_key = junk_family.value_key
    left join junk_values as junk_name
        on junk_name.kind = 'person'
            and trim(coalesce(names.given_name_key, '') || ' ' || coalesce(names.family_name_key, '')) = junk_name.value_key
    left join honorifics as suffixes on suffixes.position = 'suffix' and {{ word_key('names.suffix_text') }} = suffixes.honorific_key
    left join honorifics as prefixes on prefixes.position = 'prefix' and {{ word_key('names.name_prefix') }} = prefixes.honorific_key
),

standardized_person_names as (
    select
        record_no,
        is_whole_name,
        coalesce(known_prefix, name_prefix) as name_prefix,
        case when coalesce(name_issue, given_name_issue) is null then {{ proper_case('given_name') }} end as given_name,
        case when name_issue is null then {{ proper_case('middle_name') }} end as middle_name,
        case when coalesce(name_issue, family_name_issue) is null then {{ proper_case('family_name') }} end as family_name,
        coalesce(known_suffix, suffix_text) as name_suffix,
        case when coalesce(name_issue, given_name_issue) is null then given_name_key end as given_name_key,
        case when name_issue is null then middle_name_key end as middle_name_key,
        case when coalesce(name_issue, family_name_issue) is null then family_name_key end as family_name_key,
        lower(coalesce(known_suffix, suffix_text)) as name_suffix_key,
        nickname,
        nickname_key,
        former_family_name,
        former_family_name_key,
        gender_of_title,
        has_comma or name_prefix is not null as looks_personal,
        coalesce(name_issue, given_name_issue, family_name_issue) as name_issue
    from judged
)

select * from standardized_person_names
