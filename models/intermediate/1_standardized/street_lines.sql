{{ config(materialized='ephemeral') }}

with

address_texts as (select * from {{ ref('address_texts') }}),

lines_apart as (
    select
        street_line_key,
        max(street_text) as raw_street,
        max(house_number_text) as raw_house_number,
        max(unit_text) as raw_unit,
        max(country) as country
    from address_texts
    group by street_line_key
),

tidied as (
    select
        *,
        {{ tidy_text('raw_street') }} as street_text,
        {{ tidy_text('raw_house_number') }} as house_number_text,
        {{ tidy_text('raw_unit') }} as unit_text
    from lines_apart
),

numbers_marked as (
    select *, {{ house_number_place('country') }} as number_stands from tidied
),

units_seen as (
    select *, {{ street_unit_kind('line_text') }} as unit_kind
    from (select *, {{ without_number_mark('street_text', 'number_stands') }} as line_text from numbers_marked) as unmarked
),

units_apart as (
    select
        *,
        {{ street_unit('line_text', 'unit_kind') }} as unit_found,
        replace(replace({{ street_without_unit('line_text', 'unit_kind') }}, ',', ' '), ';', ' ') as street_rest
    from units_seen
),

-- C/ is Calle; what is left is words, one space apart.
street_lines as (
    select
        *,
        case when rest_line like 'C/%' or rest_line like 'c/%' then 'Calle ' || ltrim(substr(rest_line, 3)) else rest_line end
            as street_words
    from (select *, {{ join_number_ranges(tidy_text('street_rest')) }} as rest_line from units_apart) as tidied
)

select * from street_lines
