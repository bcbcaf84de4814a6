{{ config(materialized='ephemeral') }}

with

person_name_texts as (select * from {{ ref('person_name_texts') }}),

honorifics as (select * from {{ ref('honorifics') }}),

counted as (
    select
        *,
        coalesce({{ count_words('front_text') }}, 0) as front_words,
        coalesce({{ count_words('back_text') }}, 0) as back_words,
        case when is_whole_name then 2 else 1 end as words_to_keep
    from person_name_texts
),

-- Only what stands beside other words can be a title or a suffix.
outer_words as (
    select
        *
        {%- for place in [1, 2, 3] %},
        case when front_words > 1 then {{ word_key("split_part(front_text, ' ', " ~ place ~ ")") }} end as front_word_{{ place }}
        {%- endfor %}
        {%- for place in [1, 2] %},
        case when back_words > words_to_keep then {{ word_key("split_part(back_text, ' ', -" ~ place ~ ")") }} end as back_word_{{ place }}
        {%- endfor %}
    from counted
),

-- Titles stand in front, suffixes and degrees behind; what would leave no name is a name.
titles_found as (
    select
        outer_words.*,
        case
            when front_1.honorific is null or front_words < 2 then 0
            when front_2.honorific is null or front_words < 3 then 1
            when front_3.honorific is null or front_words < 4 then 2
            else 3
        end as titles_in_front,
        case
            when behind_1.honorific is null or back_words <= words_to_keep then 0
            when behind_2.honorific is null or back_words <= words_to_keep + 1 then 1
            else 2
        end as titles_behind,
        front_1.honorific as title,
        coalesce(front_1.gender, front_2.gender, front_3.gender) as title_gender,
        case
            when behind_1.position = 'suffix' then behind_1.honorific
            when behind_2.position = 'suffix' then behind_2.honorific
        end as suffix_behind
    from outer_words
    {%- for place in [1, 2, 3] %}
    left join honorifics as front_{{ place }}
        on front_{{ place }}.position = 'prefix' and outer_words.front_word_{{ place }} = front_{{ place }}.honorific_key
    {%- endfor %}
    {%- for place in [1, 2] %}
    left join honorifics as behind_{{ place }}
        on behind_{{ place }}.position <> 'prefix' and outer_words.back_word_{{ place }} = behind_{{ place }}.honorific_key
    {%- endfor %}
),

person_name_parts as (
    select
        record_no,
        country,
        is_whole_name,
        coalesce(prefix_text, case when titles_in_front > 0 then title end) as name_prefix,
        case when titles_in_front > 0 then title_gender end as title_gender,
        middle_text,
        coalesce(suffix_text, case when titles_behind > 0 then suffix_behind end) as suffix_text,
        case
            when titles_in_front = 0 and (not is_whole_name or titles_behind = 0) then front_text
            else
                {{ without_words('front_text', 'titles_in_front', 'case when is_whole_name then titles_behind else 0 end') }}
        end as front_text,
        case
            when titles_behind = 0 then back_text else {{ without_words('back_text', '0', 'titles_behind') }}
        end as back_text
    from titles_found
)

select * from person_name_parts
