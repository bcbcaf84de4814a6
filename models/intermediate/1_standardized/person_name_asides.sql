{{ config(materialized='ephemeral') }}

with

source_records as (select * from {{ ref('source_records') }}),

standardized_countries as (select * from {{ ref('standardized_countries') }}),

tidied as (
    select
        source_records.record_no,
        standardized_countries.country,
        {{ tidy_text('name_prefix') }} as prefix_text,
        {{ tidy_text('given_name') }} as given_said,
        {{ tidy_text('middle_name') }} as middle_text,
        {{ tidy_text('family_name') }} as family_said,
        {{ tidy_text('name_suffix') }} as suffix_text,
        {{ tidy_text("case when full_name like '%,%' then replace(full_name, ',', ', ') else full_name end") }}
            as full_said
    from source_records
    left join standardized_countries on source_records.country = standardized_countries.country_text
    where coalesce(given_name, family_name, full_name) is not null
),

person_name_asides as (
    select
        record_no,
        country,
        prefix_text,
        middle_text,
        suffix_text,
        {{ spell_titles(name_without_asides('given_said'), 'country') }} as given_text,
        {{ name_without_asides('family_said') }} as family_text,
        {{ spell_titles(name_without_asides('full_said'), 'country') }} as full_text,
        coalesce({{ nickname_aside('full_said') }}, {{ nickname_aside('given_said') }}) as nickname,
        coalesce({{ former_name_aside('full_said') }}, {{ former_name_aside('family_said') }}) as former_family_name
    from tidied
)

select * from person_name_asides
