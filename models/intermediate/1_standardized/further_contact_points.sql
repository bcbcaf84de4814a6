with

contact_point_values as (select * from {{ ref('contact_point_values') }}),

own as (select * from {{ ref('own_contact_points') }}),

source_contact_points as (select * from {{ ref('source_contact_points') }}),

-- A further contact point that repeats the record's own, or an earlier one, adds nothing.
first_of_value as (
    select record_no, kind, value_key, min(contact_point_no) as contact_point_no
    from contact_point_values
    where value_key is not null
    group by record_no, kind, value_key
),

new_ones as (
    select further.*
    from contact_point_values as further
    left join own on further.record_no = own.record_no and further.kind = own.kind and further.value_key = own.value_key
    left join first_of_value as earlier
        on further.record_no = earlier.record_no and further.kind = earlier.kind and further.value_key = earlier.value_key
    where own.record_no is null and further.contact_point_no = coalesce(earlier.contact_point_no, further.contact_point_no)
),

-- Numbers 1 to 4 are the record's own, one a kind.
further_contact_points as (
    select
        new_ones.record_no,
        new_ones.contact_point_no + 4 as contact_point_no,
        new_ones.kind,
        points.label,
        coalesce(lower(points.is_primary) in ('true', 't', '1', 'x', 'y', 'yes'), false) as is_primary,
        {{ standardize_date('points.valid_from', "'DE'") }} as valid_from,
        {{ contact_value_columns('new_ones') }}
    from new_ones
    inner join source_contact_points as points
        on new_ones.record_no = points.record_no and new_ones.contact_point_no = points.contact_point_no
)

select * from further_contact_points
