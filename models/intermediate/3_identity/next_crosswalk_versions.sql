with

crosswalk_versions as (
    select * from {{ ref('stg_state__crosswalk_versions') }}
),

record_customers as (
    select * from {{ ref('record_customers') }}
),

records as (
    select * from {{ ref('standardized_records') }}
),

current_customers as (
    select
        record_customers.record_id,
        record_customers.customer_id,
        records.source_created_at
    from record_customers
    left join records on record_customers.record_no = records.record_no
),

build_version as (
    select * from {{ ref('build_version') }}
),

kept as (
    select
        versions.record_id,
        versions.customer_id,
        versions.valid_from_version,
        case
            when versions.valid_to_version is null and versions.customer_id <> current_customers.customer_id
                then build_version.version
            else versions.valid_to_version
        end as valid_to_version,
        case
            when versions.valid_to_version is null and versions.customer_id = current_customers.customer_id
                then coalesce(current_customers.source_created_at, versions.source_created_at)
            else versions.source_created_at
        end as source_created_at
    from crosswalk_versions as versions
    left join current_customers on versions.record_id = current_customers.record_id
    cross join build_version
),

opened as (
    select
        current_customers.record_id,
        current_customers.customer_id,
        build_version.version as valid_from_version,
        cast(null as bigint) as valid_to_version,
        current_customers.source_created_at
    from current_customers
    left join kept on current_customers.record_id = kept.record_id and kept.valid_to_version is null
    cross join build_version
    where kept.record_id is null
),

versions as (
    select * from kept
    union all
    select * from opened
)

select * from versions
