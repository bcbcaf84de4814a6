with

crosswalk_versions as (
    select * from {{ ref('stg_state__crosswalk_versions') }}
    where valid_to_version is null
),

records as (
    select * from {{ ref('standardized_records') }}
),

dated as (
    select
        crosswalk_versions.record_id,
        crosswalk_versions.customer_id,
        records.source_system,
        records.source_object,
        case when records.source_created_at > crosswalk_versions.source_created_at then 1 else 0 end as is_newer
    from crosswalk_versions
    left join records on crosswalk_versions.record_id = records.record_id
),

counted as (
    select
        *,
        sum(is_newer) over (partition by source_system, source_object) as newer_count,
        count(*) over (partition by source_system, source_object) as published_count
    from dated
),

-- A record created after the published one of its key is another record: the source gave the key away again. Many at
-- once are no such thing but a source that dates its records anew.
still_the_same as (
    select
        record_id,
        customer_id
    from counted
    where is_newer = 0 or newer_count > {{ var('max_reused_keys') }} * published_count
)

select * from still_the_same
