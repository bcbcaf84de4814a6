with

cluster_customers as (
    select * from {{ ref('cluster_customers') }}
),

claims as (
    select * from {{ ref('customer_claims') }}
),

fates as (
    select * from {{ ref('customer_fates') }}
),

records as (
    select * from {{ ref('standardized_records') }}
),

record_customers as (
    select * from {{ ref('record_customers') }}
),

published_crosswalk as (
    select * from {{ ref('published_crosswalk') }}
),

-- the customer most records of a cluster came from
origins as (
    select
        cluster_no,
        customer_id,
        row_number() over (partition by cluster_no order by record_count desc, customer_id asc) as place
    from claims
),

given as (
    select
        case when origins.customer_id is null then 'created' else 'split' end as event,
        cluster_customers.customer_id,
        origins.customer_id as other_customer_id,
        records.record_id,
        cluster_customers.cluster_no,
        fates.cluster_no as other_cluster_no
    from cluster_customers
    inner join records on cluster_customers.oldest_record_no = records.record_no
    left join origins on cluster_customers.cluster_no = origins.cluster_no and origins.place = 1
    left join fates on origins.customer_id = fates.customer_id
    where cluster_customers.is_new
),

changed as (
    select
        case status when 'active' then 'reactivated' else status end as event,
        customer_id,
        case when status = 'merged' then resolved_customer_id end as other_customer_id,
        cast(null as {{ dbt.type_string() }}) as record_id,
        cluster_no,
        cast(null as bigint) as other_cluster_no
    from fates
    where status <> published_status
),

-- to another customer that was there before, without its old customer having been merged into that one
moved as (
    select
        'record_moved' as event,
        record_customers.customer_id,
        published_crosswalk.customer_id as other_customer_id,
        record_customers.record_id,
        record_customers.cluster_no,
        fates.cluster_no as other_cluster_no
    from record_customers
    inner join published_crosswalk on record_customers.record_id = published_crosswalk.record_id
    inner join fates on published_crosswalk.customer_id = fates.customer_id
    inner join cluster_customers on record_customers.cluster_no = cluster_customers.cluster_no
    where record_customers.customer_id <> fates.resolved_customer_id and not cluster_customers.is_new
),

changes as (
    select * from given
    union all
    select * from changed
    union all
    select * from moved
)

select * from changes
