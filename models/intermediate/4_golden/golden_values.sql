with

candidates as (select * from {{ ref('golden_candidates') }}),

winners as (
    select * from candidates
    where candidate_rank = 1
),

contests as (
    select
        customer_id,
        attribute_group,
        count(*) as candidate_count,
        count(distinct value) as value_count,
        min(case when beaten_by not in ('survived', 'same_value') then candidate_rank end) as runner_up_rank
    from candidates
    where candidate_count > 1
    group by customer_id, attribute_group
),

runners_up as (
    select
        contests.*,
        candidates.beaten_by as decided_by
    from contests
    left join candidates
        on
            contests.customer_id = candidates.customer_id
            and contests.attribute_group = candidates.attribute_group
            and contests.runner_up_rank = candidates.candidate_rank
),

decided as (
    select
        winners.customer_id,
        winners.attribute_group,
        winners.value,
        winners.record_no,
        winners.source_system,
        winners.valid_from,
        winners.is_valid,
        winners.completeness,
        coalesce(runners_up.decided_by, 'only_value') as decided_by,
        winners.candidate_count,
        coalesce(runners_up.value_count, 1) as value_count
    from winners
    left join runners_up
        on winners.customer_id = runners_up.customer_id and winners.attribute_group = runners_up.attribute_group
)

select * from decided
