with

guard_values as (
    select * from {{ ref('guard_values') }}
),

distinct_values as (
    select distinct component_no, guard, guard_value from guard_values
),

conflicting as (
    select distinct held.component_no, held.guard, held.guard_value
    from distinct_values as held
    inner join distinct_values as others on held.component_no = others.component_no and held.guard = others.guard
    where {{ guard_values_conflict('held.guard', 'held.guard_value', 'others.guard_value') }}
),

violations as (
    select guard_values.*
    from guard_values
    inner join conflicting
        on
            guard_values.component_no = conflicting.component_no
            and guard_values.guard = conflicting.guard
            and guard_values.guard_value = conflicting.guard_value
)

select * from violations
