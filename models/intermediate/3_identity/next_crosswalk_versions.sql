with

crosswalk_versions as (
    select * from {{ ref('stg_state__crosswalk_versions') }}
),

record_customers as (
    select * from {{ ref('record_customers') }}
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
            when versions.valid_to_version is null and versions.customer_id <> record_customers.customer_id
                then build_version.version
            else versions.valid_to_version
        end as valid_to_version
    from crosswalk_versions as versions
    left join record_customers on versions.record_id = record_customers.record_id
    cross join build_version
),

opened as (
    select
        record_customers.record_id,
        record_customers.customer_id,
        build_version.version as valid_from_version,
        cast(null as bigint) as valid_to_version
    from record_customers
    left join kept on record_customers.record_id = kept.record_id and kept.valid_to_version is null
    cross join build_version
    where kept.record_id is null
),

versions as (
    select * from kept
    union all
    select * from opened
)

select * from versions
