{{ config(materialized='ephemeral') }}

with

address_texts as (select * from {{ ref('address_texts') }}),

units_apart as (
    select
        *,
        {{ street_unit('street_text') }} as unit_found,
        translate({{ _street_without_unit('street_text') }}, ',;', '  ') as street_rest
    from address_texts
),

-- C/ is Calle; what is left is words, one space apart.
words_apart as (
    select
        *,
        case when lower(rest_line) like 'c/%' then 'Calle ' || ltrim(substr(rest_line, 3)) else rest_line end as street_words
    from (select *, {{ tidy_text('street_rest') }} as rest_line from units_apart)
),

numbers_counted as (
    select
        *,
        case when house_number_text is null then {{ street_number_words('front', 'street_words', 'country') }} else 0 end as words_in_front,
        case when house_number_text is null then {{ street_number_words('behind', 'street_words', 'country') }} else 0 end as words_behind
    from words_apart
),

street_parts as (
    select
        record_no,
        contact_point_no,
        country,
        {{ address_language('country') }} as language,
        street_text as street_line,
        case
            when words_in_front = 1 then substr(street_words, strpos(street_words, ' ') + 1)
            when words_in_front + words_behind > 0 then {{ without_words('street_words', 'words_in_front', 'words_behind') }}
            else street_words
        end as street,
        lower(replace(coalesce(house_number_text, case
            when words_in_front = 1 then split_part(street_words, ' ', 1)
            when words_in_front = 2 then split_part(street_words, ' ', 1) || split_part(street_words, ' ', 2)
            when words_behind = 1 then split_part(street_words, ' ', -1)
            when words_behind = 2 then split_part(street_words, ' ', -2) || split_part(street_words, ' ', -1)
        end), ' ', '')) as house_number,
        coalesce(lower({{ replace_pattern('unit_text', '[^0-9A-Za-z]+', '') }}), unit_found) as unit
    from numbers_counted
    where street_text is not null
)

select * from street_parts
