-- Every customer has records in the crosswalk, as many as it says; only the unknown member may have none.
with

records as (
    select
        customer_id,
        count(*) as crosswalk_record_count
    from {{ ref('customer_crosswalk') }}
    where customer_id <> 0
    group by customer_id
),

customers as (select * from {{ ref('dim_customer') }})

select
    customers.customer_id,
    customers.record_count,
    records.crosswalk_record_count
from customers
left join records on customers.customer_id = records.customer_id
where
    (customers.customer_id <> 0 and coalesce(records.crosswalk_record_count, 0) <> customers.record_count)
    or customers.live_record_count > customers.record_count
    or (customers.status = 'active') <> (customers.live_record_count > 0)
