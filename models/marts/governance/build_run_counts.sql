{{ config(meta={'state_table': 'build_run_counts'}) }}

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

current_run as (
    select max(run_no) as run_no
    from build_runs
    where status = 'running'
),

numbered_counts as (
    select
        current_run.run_no,
        current_counts.source_system,
        current_counts.source_object,
        current_counts.measure,
        current_counts.amount
    from current_counts
    cross join current_run
),

final as (
    select * from published_counts
    union all
    select * from numbered_counts
)

select * from final
