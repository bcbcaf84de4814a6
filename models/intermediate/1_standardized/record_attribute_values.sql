with

records as (select * from {{ ref('standardized_records') }}),

source_records as (select * from {{ ref('source_records') }}),

contact_points as (select * from {{ ref('standardized_contact_points') }} where contact_point_no > 4 and is_valid),

source_contact_points as (select * from {{ ref('source_contact_points') }}),

failed_identifiers as (
    select * from {{ ref('standardized_identifiers') }}
    where not is_valid and issue <> 'junk'
),

own_values as (
    {%- for group in value_groups() %}
    select
        records.record_no,
        '{{ group.name }}' as attribute_group,
        {{ columns_as_json('records', group.shown) }} as value,
        {{ columns_as_json('source_records', group.raw) }} as raw_value,
        {{ share_given('records', group.expected) }} as completeness,
        coalesce(records.source_updated_at, records.source_created_at) as valid_from
    from records
    inner join source_records on records.record_no = source_records.record_no
    where {{ any_given('records', group.shown) }}
    {{ 'union all' if not loop.last }}
    {%- endfor %}
),

further_values as (
    {%- for group in value_groups() if group.name in ['email', 'phone', 'website', 'address'] %}
    select
        contact_points.record_no,
        '{{ group.name }}' as attribute_group,
        {{ columns_as_json('contact_points', group.shown) }} as value,
        {{ columns_as_json('points', group.raw) }} as raw_value,
        {{ share_given('contact_points', group.expected) }} as completeness,
        coalesce(cast(contact_points.valid_from as timestamp), records.source_updated_at, records.source_created_at) as valid_from
    from contact_points
    inner join source_contact_points as points
        on contact_points.record_no = points.record_no and contact_points.contact_point_no = points.contact_point_no + 4
    inner join records on contact_points.record_no = records.record_no
    where contact_points.kind = '{{ group.name }}'
    {{ 'union all' if not loop.last }}
    {%- endfor %}
),

-- An identifier that fails its check is better than none: it stands, marked, until a valid one is known.
invalid_values as (
    {%- for attribute in var('canonical_attributes') | selectattr('group', 'equalto', 'identifiers') | map(attribute='name') %}
    select
        records.record_no,
        '{{ attribute }}' as attribute_group,
        {{ json_object({attribute: 'failed_identifiers.identifier_value'}) }} as value,
        {{ json_object({attribute: 'failed_identifiers.raw_value'}) }} as raw_value,
        cast(1 as double) as completeness,
        coalesce(records.source_updated_at, records.source_created_at) as valid_from
    from failed_identifiers
    inner join records on failed_identifiers.record_no = records.record_no
    where failed_identifiers.attribute = '{{ attribute }}'
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
