-- Two records of one cluster whose guard values conflict; none may be left after re-clustering.
with

held as (
    select distinct clusters.cluster_no, violations.guard, violations.guard_value
    from {{ ref('guard_violations') }} as violations
    inner join {{ ref('clusters') }} as clusters on violations.record_no = clusters.record_no
)

select held.cluster_no, held.guard, held.guard_value, others.guard_value as other_guard_value
from held
inner join held as others on held.cluster_no = others.cluster_no and held.guard = others.guard
where {{ guard_values_conflict('held.guard', 'held.guard_value', 'others.guard_value') }}
