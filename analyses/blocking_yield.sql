-- What does each blocking rule cost and bring? Pairs it compared, how many are matches, and what would be lost without it.
--   dbt show --select analysis:blocking_yield --limit 50
select
    blocking_rule,
    new_pairs,
    matches,
    cast(1.0 * matches / nullif(new_pairs, 0) as decimal(5, 3)) as share_that_matches,
    matches_of_no_other_rule,
    skipped_keys,
    skipped_records,
    largest_key_records
from {{ ref('blocking_report') }}
order by matches_of_no_other_rule desc, rule_no asc
