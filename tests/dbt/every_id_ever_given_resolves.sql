-- Published ids that the next registry loses, and redirects that do not end at an active or retired customer.
with

registry as (
    select * from {{ ref('next_customer_registry') }}
),

lost as (
    select published.customer_id, 'not in the registry' as problem
    from {{ ref('stg_state__customer_registry') }} as published
    left join registry on published.customer_id = registry.customer_id
    where registry.customer_id is null
),

dangling as (
    select redirects.old_customer_id, 'redirected to ' || cast(redirects.customer_id as {{ dbt.type_string() }})
    from {{ ref('next_customer_redirects') }} as redirects
    left join registry on redirects.customer_id = registry.customer_id
    where coalesce(registry.status, 'unknown') not in ('active', 'retired')
)

select * from lost
union all
select * from dangling
