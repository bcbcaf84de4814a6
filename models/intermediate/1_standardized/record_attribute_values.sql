{{ config(materialized='view') }}

with

contact_points as (
    select
        points.*,
        coalesce(cast(points.valid_from as timestamp), records.source_updated_at, records.source_created_at) as stated_at
    from {{ ref('further_contact_points') }} as points
    inner join {{ ref('standardized_records') }} as records on points.record_no = records.record_no
    where points.is_valid
),

failed_identifiers as (
    select
        identifiers.*,
        coalesce(records.source_updated_at, records.source_created_at) as stated_at
    from {{ ref('standardized_identifiers') }} as identifiers
    inner join {{ ref('standardized_records') }} as records on identifiers.record_no = records.record_no
    where not identifiers.is_valid and identifiers.issue <> 'junk'
),

-- Every branch reads its few columns of the table; one CTE for all would hold all columns of all records.
own_values as (
    {%- for group in value_groups() %}
    select
        records.record_no,
        {{ group.no }} as attribute_group_no,
        0 as value_no,
        '{{ group.name }}' as attribute_group,
        {{ columns_as_json('records', group.shown) }} as value,
        {{ share_given('records', group.expected) }} as completeness,
        coalesce(records.source_updated_at, records.source_created_at) as valid_from
    from {{ ref('standardized_records') }} as records
    where {{ any_given('records', group.shown) }}
    {{ 'union all' if not loop.last }}
    {%- endfor %}
),

further_values as (
    {%- for group in value_groups() if group.name in ['email', 'phone', 'website', 'address'] %}
    select
        contact_points.record_no,
        {{ group.no }} as attribute_group_no,
        contact_points.contact_point_no as value_no,
        '{{ group.name }}' as attribute_group,
        {{ columns_as_json('contact_points', group.shown) }} as value,
        {{ share_given('contact_points', group.expected) }} as completeness,
        contact_points.stated_at as valid_from
    from contact_points
    where contact_points.kind = '{{ group.name }}'
    {{ 'union all' if not loop.last }}
    {%- endfor %}
),

-- An identifier that fails its check is better than none: it stands, marked, until a valid one is known.
invalid_values as (
    {%- for group in value_groups() if group.is_identifier %}
    select
        record_no,
        {{ group.no }} as attribute_group_no,
        0 as value_no,
        '{{ group.name }}' as attribute_group,
        {{ json_object({group.name: 'identifier_value'}) }} as value,
        cast(1 as {{ column_type('double') }}) as completeness,
        stated_at as valid_from
    from failed_identifiers
    where attribute = '{{ group.name }}'
    {{ 'union all' if not loop.last }}
    {%- endfor %}
),

record_attribute_values as (
    select *, true as is_valid from own_values
    union all
    select *, true as is_valid from further_values
    union all
    select *, false as is_valid from invalid_values
)

select * from record_attribute_values
