with

registry as (
    select * from {{ ref('stg_state__customer_registry') }}
),

fates as (
    select * from {{ ref('customer_fates') }}
),

labels as (
    select * from {{ ref('customer_labels') }}
),

new_customers as (
    select * from {{ ref('cluster_customers') }}
    where is_new
),

records as (
    select * from {{ ref('standardized_records') }}
),

build_version as (
    select * from {{ ref('build_version') }}
),

customers as (
    select
        registry.customer_id,
        registry.first_record_id,
        registry.created_version,
        fates.status,
        case when fates.status = 'merged' then fates.resolved_customer_id end as redirected_to
    from registry
    inner join fates on registry.customer_id = fates.customer_id
    union all
    select
        new_customers.customer_id,
        records.record_id as first_record_id,
        build_version.version as created_version,
        'active' as status,
        null as redirected_to
    from new_customers
    inner join records on new_customers.oldest_record_no = records.record_no
    cross join build_version
),

labelled as (
    select
        customers.*,
        coalesce(labels.customer_type, registry.customer_type) as customer_type,
        coalesce(labels.customer_role, registry.customer_role) as customer_role,
        coalesce(labels.display_name, registry.display_name) as display_name
    from customers
    left join labels on customers.customer_id = labels.customer_id
    left join registry on customers.customer_id = registry.customer_id
),

next_registry as (
    select
        labelled.*,
        case
            when
                (labelled.status is distinct from registry.status)
                or (labelled.redirected_to is distinct from registry.redirected_to)
                or (labelled.customer_type is distinct from registry.customer_type)
                or (labelled.customer_role is distinct from registry.customer_role)
                or (labelled.display_name is distinct from registry.display_name)
                then build_version.version
            else registry.changed_version
        end as changed_version
    from labelled
    left join registry on labelled.customer_id = registry.customer_id
    cross join build_version
)

select * from next_registry
