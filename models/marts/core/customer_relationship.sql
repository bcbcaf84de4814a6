with

links as (select * from {{ ref('customer_links') }}),

personal_relationships as (select * from {{ ref('personal_relationships') }}),

customers as (select * from {{ ref('customer_profiles') }}),

stated as (
    select
        links.customer_id,
        links.linked_customer_id as related_customer_id,
        case
            when links.link_kind = 'parent' then 'subsidiary_of'
            when customers.customer_type = 'organization' then 'billed_through'
            else 'employee_contact_of'
        end as relationship_type,
        'stated' as evidence,
        links.source_systems,
        links.live_record_count > 0 as is_active,
        links.first_seen,
        links.last_changed
    from links
    inner join customers on links.customer_id = customers.customer_id
),

inferred as (
    select
        personal_relationships.customer_id,
        personal_relationships.related_customer_id,
        personal_relationships.relationship_type,
        'inferred' as evidence,
        cast(null as {{ dbt.type_string() }}) as source_systems,
        customers_l.status = 'active' and customers_r.status = 'active' as is_active,
        greatest(customers_l.first_seen, customers_r.first_seen) as first_seen,
        greatest(customers_l.last_changed, customers_r.last_changed) as last_changed
    from personal_relationships
    inner join customers as customers_l on personal_relationships.customer_id = customers_l.customer_id
    inner join customers as customers_r on personal_relationships.related_customer_id = customers_r.customer_id
),

relationships as (
    select * from stated
    union all
    select * from inferred
)

select * from relationships
