with

record_customers as (select * from {{ ref('record_customers') }}),

records as (select * from {{ ref('standardized_records') }}),

record_links as (
    select
        record_no,
        'account' as link_kind,
        account_record_id as linked_record_id
    from records
    where account_record_id is not null
    union all
    select
        record_no,
        'parent' as link_kind,
        parent_record_id as linked_record_id
    from records
    where parent_record_id is not null
),

customer_pairs as (
    select
        members.customer_id,
        record_links.link_kind,
        linked.customer_id as linked_customer_id,
        count(*) as record_count,
        sum(case members.record_status when 'live' then 1 else 0 end) as live_record_count,
        min(records.record_no) as first_record_no,
        {{ sorted_text_list('members.source_system') }} as source_systems,
        min(records.source_created_at) as first_seen,
        max(records.source_updated_at) as last_changed
    from record_links
    inner join records on record_links.record_no = records.record_no
    inner join record_customers as members on record_links.record_no = members.record_no
    inner join record_customers as linked on record_links.linked_record_id = linked.record_id
    where members.customer_id <> linked.customer_id
    group by members.customer_id, record_links.link_kind, linked.customer_id
),

ranked as (
    select
        *,
        row_number() over (
            partition by customer_id, link_kind
            order by live_record_count desc, record_count desc, first_record_no asc, linked_customer_id asc
        ) as link_rank
    from customer_pairs
)

select * from ranked
