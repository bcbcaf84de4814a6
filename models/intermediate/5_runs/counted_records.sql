with

accepted_records as (
    select
        source_system,
        source_object,
        record_no
    from {{ ref('source_records') }}
),

rejected_records as (
    select
        source_system,
        source_object,
        cast(null as bigint) as record_no
    from {{ ref('rejected_records_found') }}
),

incoming_records as (
    select * from accepted_records
    union all
    select * from rejected_records
),

standardized_records as (
    select * from {{ ref('standardized_records') }}
),

customer_sizes as (
    select
        record_no,
        count(*) over (partition by customer_id) as record_count
    from {{ ref('record_customers') }}
    where record_no is not null
),

counted_per_table as (
    select
        incoming.source_system,
        incoming.source_object,
        count(*) as records_in,
        count(*) - count(incoming.record_no) as records_rejected,
        count(standardized.record_no) as records_standardized,
        count(case when sizes.record_count > 1 then 1 end) as records_merged
    from incoming_records as incoming
    left join standardized_records as standardized
        on incoming.record_no = standardized.record_no
    left join customer_sizes as sizes
        on incoming.record_no = sizes.record_no
    group by incoming.source_system, incoming.source_object
),

final as (
    {%- for measure in ['records_in', 'records_rejected', 'records_standardized', 'records_merged'] %}
        select
            source_system,
            source_object,
            '{{ measure }}' as measure,
            {{ measure }} as amount
        from counted_per_table
        {{ 'union all' if not loop.last }}
    {%- endfor %}
)

select * from final
