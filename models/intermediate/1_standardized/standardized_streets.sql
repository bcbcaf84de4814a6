{{ config(materialized='ephemeral') }}

with

street_parts as (select * from {{ ref('street_parts') }}),

street_types as (select * from {{ ref('street_types') }}),

junk_values as (select * from {{ ref('junk_values') }} where kind in ('any', 'street')),

joined as (
    select
        *,
        {{ post_box_number('street_text', 'country') }} as post_box,
        {{ join_street_type('street', 'language') }} as joined_street
    from street_parts
),

folded as (
    select *, {{ fold_text('joined_street') }} as plain_street from joined
),

keyed as (
    select *, {{ fold_umlauts('plain_street') }} as folded_street from folded
),

words_known as (
    select
        *,
        split_part(folded_street, ' ', 1) as first_street_word,
        split_part(folded_street, ' ', -1) as last_street_word
    from keyed
),

typed as (
    select
        words_known.*,
        first_types.street_type as first_type,
        last_types.street_type as last_type,
        junk_values.issue as street_issue
    from words_known
    left join street_types as first_types
        on words_known.language = first_types.language and first_types.position = 'prefix'
            and words_known.first_street_word = first_types.street_type_key
    left join street_types as last_types
        on words_known.language = last_types.language and last_types.position = 'suffix'
            and words_known.last_street_word = last_types.street_type_key
    left join junk_values on words_known.folded_street = junk_values.value_key
),

standardized_streets as (
    select
        street_line_key,
        case
            when street_issue is not null then null
            when post_box is not null then 'PO Box'
            else {{ proper_case('street') }}
        end as street,
        case
            when street_issue is not null then null
            when post_box is not null then 'po box'
            else {{ street_key('folded_street', 'language', 'first_street_word', 'last_street_word', 'first_type', 'last_type') }}
        end as street_key,
        nullif(coalesce(post_box, house_number), '') as house_number,
        case when post_box is null then nullif(unit, '') end as unit,
        post_box is not null as is_post_box,
        street_issue
    from typed
)

select * from standardized_streets
