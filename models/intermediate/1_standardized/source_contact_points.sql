with

received as (
    {{ union_of_systems('contact_points') }}
),

source_records as (
    select
        record_no,
        record_id
    from {{ ref('source_records') }}
),

source_contact_points as (
    select
        source_records.record_no,
        cast(row_number() over (
            partition by source_records.record_no
            order by {{ contact_point_parts() | join(' nulls last, ') }} nulls last
        ) as {{ dbt.type_int() }}) as contact_point_no,
        received.*
    from received
    inner join source_records on received.record_id = source_records.record_id
)

select * from source_contact_points
