with

registry as (
    select * from {{ ref('stg_state__customer_registry') }}
),

redirects as (
    select * from {{ ref('stg_state__customer_redirects') }}
),

followed_claims as (
    select * from {{ ref('customer_claims') }} where is_followed
),

cluster_customers as (
    select * from {{ ref('cluster_customers') }}
),

own_fates as (
    select
        registry.customer_id,
        registry.status as published_status,
        followed_claims.cluster_no,
        case
            when registry.status = 'merged' or followed_claims.customer_id <> cluster_customers.customer_id then 'merged'
            when followed_claims.customer_id is null then 'retired'
            else 'active'
        end as status,
        coalesce(cluster_customers.customer_id, redirects.customer_id, registry.customer_id) as next_customer_id
    from registry
    left join followed_claims on registry.customer_id = followed_claims.customer_id
    left join cluster_customers on followed_claims.cluster_no = cluster_customers.cluster_no
    left join redirects on registry.customer_id = redirects.old_customer_id
),

-- a customer merged before follows where its target goes now, so that no redirect ever has to be followed twice
flattened as (
    select
        own_fates.customer_id,
        own_fates.published_status,
        own_fates.status,
        own_fates.cluster_no,
        coalesce(targets.next_customer_id, own_fates.next_customer_id) as resolved_customer_id
    from own_fates
    left join own_fates as targets
        on own_fates.published_status = 'merged' and own_fates.next_customer_id = targets.customer_id
)

select * from flattened
