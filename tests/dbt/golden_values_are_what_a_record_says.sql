-- Each golden value stands among what a record of the customer says, or a steward stated it; exactly one survives.
with

lineage as (select * from {{ ref('customer_attribute_lineage') }}),

said as (
    select
        record_customers.customer_id,
        record_customers.record_id,
        record_attribute_values.attribute_group,
        record_attribute_values.value
    from {{ ref('record_attribute_values') }}
    inner join {{ ref('record_customers') }} on record_attribute_values.record_no = record_customers.record_no
),

unsaid as (
    select
        lineage.customer_id,
        lineage.attribute_group,
        'no record says it' as problem
    from lineage
    left join said
        on
            lineage.customer_id = said.customer_id
            and lineage.record_id = said.record_id
            and lineage.attribute_group = said.attribute_group
            and lineage.value = said.value
    where said.customer_id is null and lineage.source_system <> 'steward'
),

not_one as (
    select
        customer_id,
        attribute_group,
        'not exactly one survived' as problem
    from lineage
    group by customer_id, attribute_group
    having sum(case when is_golden then 1 else 0 end) <> 1
)

select * from unsaid
union all
select * from not_one
