with

rejected_records as (select * from {{ ref('rejected_records_found') }}),

rejected as (
    select
        record_id,
        source_system,
        source_object,
        source_key,
        reason,
        detail
    from rejected_records
)

select * from rejected
