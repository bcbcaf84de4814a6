with

build_runs as (
    select * from {{ ref('recorded_runs') }}
),

published_counts as (
    select * from {{ ref('recorded_run_counts') }}
),

current_counts as (
    select * from {{ ref('current_counts') }}
),

last_published as (
    select max(run_no) as run_no
    from build_runs
    where status = 'published'
),

compared as (
    select
        counts.source_system,
        counts.source_object,
        counts.measure,
        counts.amount as published_amount,
        0 as current_amount
    from published_counts as counts
    inner join last_published
        on counts.run_no = last_published.run_no
    union all
    select
        source_system,
        source_object,
        measure,
        0 as published_amount,
        amount as current_amount
    from current_counts
),

final as (
    select
        source_system,
        source_object,
        measure,
        cast(sum(published_amount) as bigint) as published_amount,
        cast(sum(current_amount) as bigint) as current_amount
    from compared
    group by source_system, source_object, measure
)

select * from final
