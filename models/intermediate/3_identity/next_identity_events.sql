with

events as (
    select * from {{ ref('stg_state__identity_events') }}
),

changes as (
    select * from {{ ref('identity_changes') }}
),

merge_causes as (
    select * from {{ ref('merge_causes') }}
),

split_causes as (
    select * from {{ ref('split_causes') }}
),

build_version as (
    select * from {{ ref('build_version') }}
),

highest as (
    select coalesce(max(event_no), 0) as event_no from events
),

caused as (
    select
        changes.event,
        changes.customer_id,
        changes.other_customer_id,
        changes.record_id,
        case changes.event
            when 'created' then 'new_records'
            when 'retired' then 'records_gone'
            when 'reactivated' then 'records_returned'
            when 'merged' then coalesce(merge_causes.cause, 'through_other_records')
            else coalesce(split_causes.cause, 'no_longer_matched')
        end as cause
    from changes
    left join merge_causes on changes.event = 'merged' and changes.customer_id = merge_causes.customer_id
    left join split_causes
        on
            least(changes.cluster_no, changes.other_cluster_no) = split_causes.cluster_no_l
            and greatest(changes.cluster_no, changes.other_cluster_no) = split_causes.cluster_no_r
),

numbered as (
    select
        highest.event_no + row_number() over (
            order by
                caused.event asc,
                caused.customer_id asc,
                caused.other_customer_id asc nulls first,
                {{ binary_order('caused.record_id') }} asc nulls first
        ) as event_no,
        build_version.version,
        caused.*
    from caused
    cross join highest
    cross join build_version
),

next_events as (
    select * from events
    union all
    select * from numbered
)

select * from next_events
