{{ config(materialized='ephemeral') }}

with

source_records as (select * from {{ ref('source_records') }}),

tidied as (
    select
        record_no,
        upper(country) as country,
        {{ tidy_text('name_prefix') }} as prefix_text,
        {{ tidy_text('given_name') }} as given_text,
        {{ tidy_text('middle_name') }} as middle_text,
        {{ tidy_text('family_name') }} as family_text,
        {{ tidy_text('name_suffix') }} as suffix_text,
        {{ tidy_text("case when full_name like '%,%' then replace(full_name, ',', ', ') else full_name end") }}
            as full_text
    from source_records
    where coalesce(given_name, family_name, full_name) is not null
),

-- A system that asks for one of the two columns only gets the whole name there.
one_text_or_two as (
    select
        *,
        case
            when given_text is not null and family_text is not null then null
            when full_text is not null then full_text
            when given_text like '% %' then given_text
            when
                family_text like '% %'
                and coalesce(country, '') not in ('ES', 'MX', 'PT', 'BR')
                and not {{ is_name_particle("split_part(family_text, ' ', 1)") }} then family_text
        end as whole_text
    from tidied
),

person_name_texts as (
    select
        record_no,
        country,
        whole_text is not null as is_whole_name,
        prefix_text,
        middle_text,
        suffix_text,
        coalesce(whole_text, given_text) as front_text,
        coalesce(whole_text, family_text) as back_text
    from one_text_or_two
)

select * from person_name_texts
