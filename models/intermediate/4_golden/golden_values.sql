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
    group by customer_id, attribute_group
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
        coalesce(runners_up.beaten_by, 'only_value') as decided_by,
        contests.candidate_count,
        contests.value_count
    from winners
    inner join contests
        on winners.customer_id = contests.customer_id and winners.attribute_group = contests.attribute_group
    left join candidates as runners_up
        on
            contests.customer_id = runners_up.customer_id
            and contests.attribute_group = runners_up.attribute_group
            and contests.runner_up_rank = runners_up.candidate_rank
)

select * from decided
