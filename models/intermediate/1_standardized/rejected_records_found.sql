with

received as (
    {{ union_of_systems('customers') }}
),

rows_without_key as (
    select
        record_id,
        source_system,
        source_object,
        source_key,
        'null_key' as reason,
        source_system || '.' || source_object || ': a row without a key, named '
        || coalesce(organization_name, full_name, family_name, email, 'nothing') as detail
    from received
    where record_id is null
),

repeated_keys as (
    select
        record_id,
        count(*) as row_count
    from received
    where record_id is not null
    group by record_id
    having count(*) > 1
),

rows_of_repeated_keys as (
    select
        received.record_id,
        received.source_system,
        received.source_object,
        received.source_key,
        repeated_keys.row_count,
        row_number() over (partition by received.record_id order by {{ freshest_first() }}) as row_of_key
    from received
    inner join repeated_keys on received.record_id = repeated_keys.record_id
),

further_rows_of_keys as (
    select
        record_id,
        source_system,
        source_object,
        source_key,
        'duplicate_key' as reason,
        source_system || '.' || source_object || ': row ' || cast(row_of_key as {{ dbt.type_string() }}) || ' of '
        || cast(row_count as {{ dbt.type_string() }})
        || ' with key ' || source_key || '; the freshest one is kept' as detail
    from rows_of_repeated_keys
    where row_of_key > 1
),

rejected_records as (
    select * from rows_without_key
    union all
    select * from further_rows_of_keys
)

select * from rejected_records
