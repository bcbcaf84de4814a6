with

fates as (
    select * from {{ ref('customer_fates') }}
),

redirects as (
    select * from {{ ref('stg_state__customer_redirects') }}
),

build_version as (
    select * from {{ ref('build_version') }}
),

next_redirects as (
    select
        fates.customer_id as old_customer_id,
        fates.resolved_customer_id as customer_id,
        case
            when fates.resolved_customer_id = redirects.customer_id then redirects.version
            else build_version.version
        end as version
    from fates
    left join redirects on fates.customer_id = redirects.old_customer_id
    cross join build_version
    where fates.status = 'merged'
)

select * from next_redirects
