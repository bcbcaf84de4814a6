with

clusters as (
    select * from {{ ref('clusters') }}
),

kept_claims as (
    select * from {{ ref('customer_claims') }} where is_kept
),

registry as (
    select * from {{ ref('stg_state__customer_registry') }}
),

highest as (
    select coalesce(max(customer_id), 0) as customer_id from registry
),

ages as (
    select cluster_no, min(age_rank) as age_rank
    from clusters
    group by cluster_no
),

numbered as (
    select
        ages.cluster_no,
        ages.age_rank,
        kept_claims.customer_id,
        row_number() over (
            partition by case when kept_claims.customer_id is null then 1 else 0 end order by ages.age_rank asc
        ) as place
    from ages
    left join kept_claims on ages.cluster_no = kept_claims.cluster_no
),

cluster_customers as (
    select
        numbered.cluster_no,
        coalesce(numbered.customer_id, highest.customer_id + numbered.place) as customer_id,
        numbered.customer_id is null as is_new,
        oldest.record_no as oldest_record_no
    from numbered
    inner join clusters as oldest on numbered.age_rank = oldest.age_rank
    cross join highest
)

select * from cluster_customers
