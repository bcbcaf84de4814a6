with

count_changes as (
    select * from {{ ref('count_changes') }}
),

enabled_systems as (
    {%- for system in var('source_systems') %}
        select '{{ system }}' as source_system
        {{ 'union all' if not loop.last }}
    {%- endfor %}
),

source_empty as (
    select
        'source_empty:' || enabled_systems.source_system as gate,
        sum(changes.published_amount) as published_amount,
        coalesce(sum(changes.current_amount), 0) as current_amount,
        case when coalesce(sum(changes.current_amount), 0) = 0 then 1.0 else 0.0 end as share,
        0.0 as max_share
    from enabled_systems
    left join count_changes as changes
        on
            enabled_systems.source_system = changes.source_system
            and changes.measure = 'records_in'
    group by enabled_systems.source_system
),

source_shrink as (
    select
        'source_shrink:' || source_system || '.' || source_object as gate,
        published_amount,
        current_amount,
        cast(published_amount - current_amount as {{ column_type('double') }}) / nullif(published_amount, 0) as share,
        {{ var('max_source_shrink') }} as max_share
    from count_changes
    where measure = 'records_in'
),

merge_jump as (
    select
        'merge_jump' as gate,
        sum(case when measure = 'customers' then published_amount end) as published_amount,
        sum(case when measure = 'customers_merged' then current_amount end) as current_amount,
        cast(sum(case when measure = 'customers_merged' then current_amount end) as {{ column_type('double') }})
        / nullif(sum(case when measure = 'customers' then published_amount end), 0) as share,
        {{ var('max_merge_jump') }} as max_share
    from count_changes
),

gates as (
    select * from source_empty
    union all
    select * from source_shrink
    union all
    select * from merge_jump
),

final as (
    select
        cast(gate as {{ dbt.type_string() }}) as gate,
        cast(coalesce(published_amount, 0) as bigint) as published_amount,
        cast(coalesce(current_amount, 0) as bigint) as current_amount,
        cast(coalesce(share, 0) as {{ column_type('double') }}) as share,
        cast(max_share as {{ column_type('double') }}) as max_share,
        coalesce(share, 0) <= max_share as passed
    from gates
)

select * from final
