{{ config(materialized='view') }}

with

person_name_parts as (select * from {{ ref('person_name_parts') }}),

-- A name in one text is split at the word that its family name starts with.
placed as (
    select
        *,
        trim(trailing ', ' from front_text) as name_text,
        trim(trailing ', ' from back_text) as family_text,
        case when is_one_text then {{ family_name_word("trim(trailing ', ' from front_text)", 'country') }} end as family_word
    from person_name_parts
),

cut as (
    select
        *,
        case
            when not is_one_text then family_text
            when family_word = {{ count_words('name_text') }} then split_part(name_text, ' ', -1)
            else {{ without_words('name_text', '(family_word - 1)', '0') }}
        end as family_words,
        case
            when not is_one_text then name_text
            when family_word = 2 then split_part(name_text, ' ', 1)
            when family_word > 2 then {{ without_words('name_text', '0', '(' ~ count_words('name_text') ~ ' - family_word + 1)') }}
        end as given_words,
        case when not is_one_text and name_text like '% %' then nullif({{ particles_behind('name_text') }}, '') end as particles
    from placed
),

-- "Berg, Jan van der" and "Ludwig van" beside "Beethoven" have the particles at the wrong end.
split as (
    select
        *,
        case when particles is null then family_words else particles || ' ' || family_words end as family_name,
        case
            when particles is null then given_words else substr(given_words, 1, length(given_words) - length(particles) - 1)
        end as given_names
    from cut
),

-- In a whole name further given names are middle names, but for Spanish compounds; in a column of its own only an initial is.
person_name_splits as (
    select
        record_no,
        is_whole_name,
        has_comma,
        name_prefix,
        nickname,
        former_family_name,
        title_gender,
        suffix_text,
        family_name,
        case
            when given_names not like '% %' then given_names
            when is_whole_name and coalesce(country, '') not in ('ES', 'MX') then split_part(given_names, ' ', 1)
            when {{ is_initial("split_part(given_names, ' ', -1)") }} then {{ without_words('given_names', '0', '1') }}
            else given_names
        end as given_name,
        coalesce(middle_text, case
            when given_names not like '% %' then null
            when is_whole_name and coalesce(country, '') not in ('ES', 'MX') then substr(given_names, position(' ' in given_names) + 1)
            when {{ is_initial("split_part(given_names, ' ', -1)") }} then split_part(given_names, ' ', -1)
        end) as middle_name
    from split
)

select * from person_name_splits
