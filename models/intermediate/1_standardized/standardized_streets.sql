with

street_parts as (select * from {{ ref('street_parts') }}),

street_types as (select * from {{ ref('street_types') }}),

junk_values as (select * from {{ ref('junk_values') }} where kind in ('any', 'street')),

joined as (
    select *, {{ post_box_number('street_line') }} as post_box, {{ join_apostrophes('street') }} as joined_street from street_parts
),

folded as (
    select *, {{ fold_text('joined_street') }} as plain_street from joined
),

keyed as (
    select *, {{ fold_umlauts('plain_street') }} as folded_street from folded
),

standardized_streets as (
    select
        keyed.record_no,
        keyed.contact_point_no,
        case
            when junk_values.issue is not null then null
            when keyed.post_box is not null then 'PO Box'
            else {{ proper_case('keyed.street') }}
        end as street,
        case
            when junk_values.issue is not null then null
            when keyed.post_box is not null then 'po box'
            else {{ street_key('keyed.folded_street', 'keyed.language', 'first_types.street_type', 'last_types.street_type') }}
        end as street_key,
        nullif(coalesce(keyed.post_box, keyed.house_number), '') as house_number,
        case when keyed.post_box is null then nullif(keyed.unit, '') end as unit,
        keyed.post_box is not null as is_post_box,
        junk_values.issue
    from keyed
    left join street_types as first_types
        on keyed.language = first_types.language and first_types.position = 'prefix'
            and split_part(keyed.folded_street, ' ', 1) = first_types.street_type_key
    left join street_types as last_types
        on keyed.language = last_types.language and last_types.position = 'suffix'
            and split_part(keyed.folded_street, ' ', -1) = last_types.street_type_key
    left join junk_values on keyed.folded_street = junk_values.value_key
)

select * from standardized_streets
