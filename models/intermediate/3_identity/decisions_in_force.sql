with

decisions as (
    select * from {{ ref('stg_state__steward_decisions') }}
),

records as (
    select * from {{ ref('standardized_records') }}
),

approved as (
    select *
    from decisions
    where approved_by <> proposed_by
),

latest as (
    select
        *,
        row_number() over (
            partition by
                case when decision in ('same', 'different') then 'pair' else decision end,
                least(record_id_l, record_id_r),
                greatest(record_id_l, record_id_r),
                attribute_group
            order by decision_no desc
        ) as recency
    from approved
),

resolved as (
    select
        latest.decision_no,
        latest.decision,
        record_l.record_no as record_no_l,
        record_r.record_no as record_no_r,
        latest.attribute_group,
        latest.value,
        latest.reason
    from latest
    inner join records as record_l on latest.record_id_l = record_l.record_id
    left join records as record_r on latest.record_id_r = record_r.record_id
    where
        latest.recency = 1
        and (latest.decision not in ('same', 'different') or record_r.record_no is not null)
)

select * from resolved
