{{ config(materialized='ephemeral') }}

with

person_name_asides as (select * from {{ ref('person_name_asides') }}),

honorifics as (select distinct honorific_key from {{ ref('honorifics') }} where position in ('suffix', 'degree')),

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
    from person_name_asides
),

commas_read as (
    select
        *,
        case when whole_text like '%, _%' then {{ word_key("split_part(split_part(whole_text, ', ', 2), ' ', 1)") }} end
            as word_behind_comma,
        case when whole_text like '%, _%' then {{ word_key("split_part(whole_text, ' ', -1)") }} end as last_word
    from one_text_or_two
),

-- "Smith, Jr." and "Smith, MD, PhD" are in their usual order; "Berg, Anna" and "BERG Anna" are not.
orders_known as (
    select
        commas_read.*,
        whole_text like '%, _%' and (behind.honorific_key is null or last.honorific_key is null) as has_comma,
        {{ place_of_capitals('whole_text') }} as place_of_family
    from commas_read
    left join honorifics as behind on commas_read.word_behind_comma = behind.honorific_key
    left join honorifics as last on commas_read.last_word = last.honorific_key
),

person_name_texts as (
    select
        record_no,
        country,
        whole_text is not null as is_whole_name,
        whole_text is not null and not has_comma and place_of_family is null as is_one_text,
        coalesce(has_comma, false) as has_comma,
        prefix_text,
        middle_text,
        suffix_text,
        case
            when has_comma then substr(whole_text, position(', ' in whole_text) + 2)
            when place_of_family is not null then {{ beside_capitals('whole_text', 'place_of_family') }}
            else coalesce(whole_text, given_text)
        end as front_text,
        case
            when has_comma then split_part(whole_text, ', ', 1)
            when place_of_family is not null then {{ in_capitals('whole_text', 'place_of_family') }}
            else coalesce(whole_text, family_text)
        end as back_text,
        nickname,
        former_family_name
    from orders_known
)

select * from person_name_texts
