-- A level that a comparison returns but no parameter row describes would count as no evidence.
select
    match_model,
    comparison,
    level
from {{ ref('match_pattern_levels') }}
where level >= 0 and label = 'missing'
group by match_model, comparison, level
