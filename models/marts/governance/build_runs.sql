{{ config(meta={'state_table': 'build_runs'}) }}

with

build_runs as (
    select * from {{ ref('recorded_runs') }}
),

build_run_counts as (
    select * from {{ ref('build_run_counts') }}
),

match_parameter_version as (
    select * from {{ ref('match_parameter_version') }}
),

counts_of_run as (
    select
        run_no,
        cast(sum(case when measure = 'records_in' then amount end) as bigint) as records_in,
        cast(sum(case when measure = 'records_rejected' then amount end) as bigint) as records_rejected,
        cast(sum(case when measure = 'customers' then amount end) as bigint) as customers,
        cast(sum(case when measure = 'customers_merged' then amount end) as bigint) as merged
    from build_run_counts
    group by run_no
),

final as (
    select
        build_runs.run_no,
        build_runs.published_version,
        build_runs.started_at,
        build_runs.finished_at,
        build_runs.status,
        counts_of_run.records_in,
        counts_of_run.records_rejected,
        counts_of_run.customers,
        counts_of_run.merged,
        case
            when build_runs.status = 'running' then match_parameter_version.parameter_version
            else build_runs.parameter_version
        end as parameter_version,
        build_runs.code_version,
        build_runs.gates,
        build_runs.published_at,
        build_runs.built_on_version
    from build_runs
    left join counts_of_run
        on build_runs.run_no = counts_of_run.run_no
    cross join match_parameter_version
)

select * from final
