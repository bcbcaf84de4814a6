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

moved as (
    select * from {{ ref('moved_records') }}
),

changes as (
    select * from given
    union all
    select * from changed
    union all
    select * from moved
)

select * from changes
