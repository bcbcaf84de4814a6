{#- The environment variable lets one process train (from `seed`, so that no earlier version has a say) without a new parse. -#}
{%- set wanted = env_var('CUSTOMER_MASTER_PARAMETER_VERSION', var('match_parameter_version')) -%}
with

versions as (
    select
        parameter_version,
        row_number() over (order by trained_at desc nulls last, parameter_version desc) as recency
    from {{ ref('stg_state__parameter_versions') }}
),

wanted as (
    select '{{ wanted }}' as parameter_version
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
