-- Per system: the rows that the door received, and those it let in or rejected with a reason.
with

received as (
    {{ union_of_systems('customers') }}
),

accounted_for as (
    select source_system from {{ ref('source_records') }}
    union all
    select source_system from {{ ref('rejected_records_found') }}
),

rows_received as (
    select
        source_system,
        count(*) as received_rows
    from received
    group by source_system
),

rows_accounted_for as (
    select
        source_system,
        count(*) as accounted_rows
    from accounted_for
    group by source_system
),

lost_rows as (
    select
        coalesce(rows_received.source_system, rows_accounted_for.source_system) as source_system,
        rows_received.received_rows,
        rows_accounted_for.accounted_rows
    from rows_received
    full join rows_accounted_for on rows_received.source_system = rows_accounted_for.source_system
    where coalesce(rows_received.received_rows, 0) <> coalesce(rows_accounted_for.accounted_rows, 0)
)

select * from lost_rows
