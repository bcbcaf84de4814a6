{{ config(materialized='ephemeral') }}

with

person_name_parts as (select * from {{ ref('person_name_parts') }}),

-- "Berg, Anna Maria" is split at its comma; any other whole name at the word its family name starts with.
placed as (
    select
        *,
        is_whole_name and front_text like '%, _%' as has_comma,
        rtrim(front_text, ', ') as name_text,
        case when is_whole_name then {{ family_name_word("rtrim(front_text, ', ')", 'country') }} end as family_word
    from person_name_parts
),

split as (
    select
        *,
        case
            when not is_whole_name then rtrim(back_text, ', ')
            when has_comma then split_part(name_text, ', ', 1)
            when family_word = {{ count_words('name_text') }} then split_part(name_text, ' ', -1)
            else {{ without_words('name_text', '(family_word - 1)', '0') }}
        end as family_name,
        case
            when not is_whole_name then name_text
            when has_comma then split_part(name_text, ', ', 2)
            when family_word = 2 then split_part(name_text, ' ', 1)
            when family_word > 2 then {{ without_words('name_text', '0', '(' ~ count_words('name_text') ~ ' - family_word + 1)') }}
        end as given_names
    from placed
),

-- In a whole name further given names are middle names, but for Spanish compounds; in a column of its own only an initial is.
person_name_splits as (
    select
        record_no,
        is_whole_name,
        has_comma,
        name_prefix,
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
            when is_whole_name and coalesce(country, '') not in ('ES', 'MX') then substr(given_names, strpos(given_names, ' ') + 1)
            when {{ is_initial("split_part(given_names, ' ', -1)") }} then split_part(given_names, ' ', -1)
        end) as middle_name
    from split
)

select * from person_name_splits
