{{ config(materialized='ephemeral') }}
{%- set sides = {'front_prefix': 5, 'back_suffix': 3, 'back_prefix': 3, 'front_suffix': 2} %}

with

person_name_texts as (select * from {{ ref('person_name_texts') }}),

honorifics as (select * from {{ ref('honorifics') }}),

counted as (
    select
        *,
        coalesce({{ count_words('front_text') }}, 0) as front_words,
        coalesce({{ count_words('back_text') }}, 0) as back_words,
        case when is_one_text then 2 else 1 end as words_to_keep
    from person_name_texts
),

-- Only what stands beside other words can be a title or a suffix. Of two texts each may have both.
outer_words as (
    select
        *{{ honorific_words(sides) }}
    from counted
),

-- Titles stand in front, suffixes and degrees behind; what would leave no name is a name.
titles_found as (
    select
        outer_words.*,
        {%- for side, last in sides.items() %}
        case
            {%- for place in range(1, last + 1) %}
            when {{ side }}_{{ place }}_found.honorific is null then {{ place - 1 }}
            {%- endfor %}
            else {{ last }}
        end as {{ side }}es,
        {%- endfor %}
        coalesce(front_prefix_1_found.honorific, back_prefix_1_found.honorific) as title,
        coalesce(
            front_prefix_1_found.gender, front_prefix_2_found.gender, front_prefix_3_found.gender, back_prefix_1_found.gender
        ) as title_gender,
        {{ suffix_found(sides) }} as suffix_behind
    from outer_words
    {{ honorific_joins(sides) }}
),

person_name_parts as (
    select
        record_no,
        country,
        is_whole_name,
        is_one_text,
        has_comma,
        nickname,
        former_family_name,
        coalesce(prefix_text, case when front_prefixes + back_prefixes > 0 then title end) as name_prefix,
        title_gender,
        middle_text,
        coalesce(suffix_text, suffix_behind) as suffix_text,
        case
            when front_prefixes + front_suffixes + back_suffixes = 0 then front_text
            else {{ without_words('front_text', 'front_prefixes', '(case when is_one_text then back_suffixes else front_suffixes end)') }}
        end as front_text,
        case
            when back_prefixes + back_suffixes = 0 then back_text else {{ without_words('back_text', 'back_prefixes', 'back_suffixes') }}
        end as back_text
    from titles_found
)

select * from person_name_parts
