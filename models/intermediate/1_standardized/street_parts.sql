{{ config(materialized='ephemeral') }}

with

street_lines as (select * from {{ ref('street_lines') }}),

ends_known as (
    select
        *,
        split_part(street_words, ' ', 1) as first_word,
        split_part(street_words, ' ', 2) as second_word,
        split_part(street_words, ' ', -2) as last_word_but_one,
        split_part(street_words, ' ', -1) as last_word,
        house_number_text is null and street_words like '% %' as has_room_for_number
    from street_lines
),

numbers_found as (
    select
        *,
        has_room_for_number and {{ is_house_number('first_word') }} as number_in_front,
        has_room_for_number and {{ is_house_number('last_word') }} as number_behind,
        has_room_for_number and (length(last_word) = 1 or lower(last_word) in ('bis', 'ter', 'hs'))
        and {{ is_house_number('last_word_but_one') }} as letter_behind
    from ends_known
),

numbers_counted as (
    select
        *,
        {{ street_number_words('front') }} as words_in_front,
        {{ street_number_words('behind') }} as words_behind
    from numbers_found
),

street_parts as (
    select
        *,
        {{ address_language('country') }} as language,
        case
            when words_in_front + words_behind = 0 then street_words
            when words_in_front = 1 and words_behind = 0 then substr(street_words, length(first_word) + 2)
            when words_in_front = 0 and words_behind = 1 then substr(street_words, 1, length(street_words) - length(last_word) - 1)
            else {{ without_words('street_words', 'words_in_front', 'words_behind') }}
        end as street,
        case when street_text is not null then lower(replace(coalesce(house_number_text, case
            when words_in_front = 1 then first_word
            when words_in_front = 2 then first_word || second_word
            when words_behind = 1 then last_word
            when words_behind = 2 then last_word_but_one || last_word
        end), ' ', '')) end as house_number,
        case when street_text is not null then coalesce(lower({{ replace_pattern('unit_text', '[^0-9A-Za-z]+', '') }}), unit_found) end
            as unit
    from numbers_counted
)

select * from street_parts
