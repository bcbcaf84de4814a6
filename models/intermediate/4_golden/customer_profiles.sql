with

customers as (select * from {{ ref('next_customer_registry') }} where status <> 'merged'),

cluster_confidence as (select * from {{ ref('cluster_confidence') }}),

members as (select * from {{ ref('customer_members') }}),

summed as (
    select
        customer_id,
        sum(case when is_live = has_live and party_type = 'person' then 1 else 0 end) as person_votes,
        sum(case when is_live = has_live and party_type = 'organization' then 1 else 0 end) as organization_votes,
        max(case when is_live = has_live and customer_role = 'account' then 1 else 0 end) as is_account,
        max(case when is_live = has_live and customer_role = 'contact' then 1 else 0 end) as is_contact,
        max(has_live) as has_live,
        count(party_type) as present_record_count,
        cast(sum(is_live) as bigint) as live_record_count,
        count(*) as record_count,
        {{ sorted_text_list('source_system') }} as source_systems,
        {{ sorted_text_list('record_id') }} as records,
        min(cluster_no) as cluster_no,
        min(source_created_at) as first_seen,
        max(source_updated_at) as last_changed
    from members
    group by customer_id
),

-- a customer whose records' keys all went to other customers has none left
profiles as (
    select
        customers.customer_id,
        case
            when coalesce(summed.present_record_count, 0) = 0 then customers.customer_type
            when summed.person_votes > 0 and summed.person_votes >= summed.organization_votes then 'person'
            when summed.organization_votes > 0 then 'organization'
            else 'uncertain'
        end as customer_type,
        case
            when coalesce(summed.present_record_count, 0) = 0 then customers.customer_role
            when summed.is_account = 1 then 'account'
            when summed.is_contact = 1 then 'contact'
            else 'prospect'
        end as customer_role,
        case
            when summed.has_live = 1 then 'active'
            when summed.present_record_count > 0 then 'inactive'
            else 'retired'
        end as status,
        coalesce(summed.live_record_count, 0) as live_record_count,
        coalesce(summed.record_count, 0) as record_count,
        summed.source_systems,
        summed.records,
        summed.first_seen,
        summed.last_changed,
        cluster_confidence.confidence,
        customers.display_name as last_display_name
    from customers
    left join summed on customers.customer_id = summed.customer_id
    left join cluster_confidence on summed.cluster_no = cluster_confidence.cluster_no
)

select * from profiles
