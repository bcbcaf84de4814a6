with

records as (
    select * from {{ ref('standardized_records') }}
),

clusters as (
    select * from {{ ref('clusters') }}
),

cluster_customers as (
    select * from {{ ref('cluster_customers') }}
),

published_crosswalk as (
    select * from {{ ref('published_crosswalk') }}
),

fates as (
    select * from {{ ref('customer_fates') }}
),

present as (
    select
        records.record_no,
        records.record_id,
        records.source_system,
        cluster_customers.customer_id,
        clusters.cluster_no,
        records.record_status
    from records
    inner join clusters on records.record_no = clusters.record_no
    inner join cluster_customers on clusters.cluster_no = cluster_customers.cluster_no
),

missing as (
    select
        cast(null as bigint) as record_no,
        published_crosswalk.record_id,
        {{ dbt.split_part('published_crosswalk.record_id', "':'", 1) }} as source_system,
        fates.resolved_customer_id as customer_id,
        cast(null as bigint) as cluster_no,
        'missing' as record_status
    from published_crosswalk
    inner join fates on published_crosswalk.customer_id = fates.customer_id
    left join records on published_crosswalk.record_id = records.record_id
    where records.record_id is null
),

record_customers as (
    select * from present
    union all
    select * from missing
)

select * from record_customers
