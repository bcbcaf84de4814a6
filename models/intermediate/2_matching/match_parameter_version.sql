with

versions as (
    select
        parameter_version,
        row_number() over (order by trained_at desc nulls last, parameter_version desc) as recency
    from {{ ref('stg_state__parameter_versions') }}
),

wanted as (
    select '{{ setting('match_parameter_version') }}' as parameter_version
),

chosen as (
    select
        case
            when wanted.parameter_version = 'latest' then coalesce(versions.parameter_version, 'seed')
            else wanted.parameter_version
        end as parameter_version
    from wanted
    left join versions on wanted.parameter_version = 'latest' and versions.recency = 1
)

select * from chosen
