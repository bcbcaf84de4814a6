with

received as (
    {{ union_of_systems('customers') }}
),

record_keys as (
    select
        record_id,
        count(*) as row_count,
        row_number() over (order by {{ binary_order('record_id') }}) as record_no
    from received
    where record_id is not null
    group by record_id
),

numbered as (
    select
        record_keys.record_no,
        record_keys.row_count,
        received.*
    from received
    inner join record_keys on received.record_id = record_keys.record_id
),

rows_of_repeated_keys as (
    select
        *,
        row_number() over (partition by record_no order by {{ freshest_first() }}) as row_of_key
    from numbered
    where row_count > 1
),

source_records as (
    select
        {{ source_record_columns() }}
    from numbered
    where row_count = 1
    union all
    select
        {{ source_record_columns() }}
    from rows_of_repeated_keys
    where row_of_key = 1
)

select * from source_records
