with

counted_records as (
    select * from {{ ref('counted_records') }}
),

counted_outcomes as (
    select * from {{ ref('counted_outcomes') }}
),

final as (
    select * from counted_records
    union all
    select * from counted_outcomes
)

select * from final
