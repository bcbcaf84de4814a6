with

candidates as (
    select * from {{ ref('pair_candidates') }}
),

matches as (
    select
        record_no_l,
        record_no_r,
        match_weight
    from candidates
    where match_probability >= {{ setting('match_threshold') }}
),

-- One bit: a neighbour must itself be twice as likely a match as not.
ties as (
    select
        record_no_l as record_no,
        record_no_r as neighbour_no
    from candidates
    where match_weight >= 1
    union all
    select
        record_no_r as record_no,
        record_no_l as neighbour_no
    from candidates
    where match_weight >= 1
),

-- Whoever is tied to one side is asked about the other side.
questions as (
    select
        matches.record_no_l,
        matches.record_no_r,
        least(ties.neighbour_no, matches.record_no_r) as asked_l,
        greatest(ties.neighbour_no, matches.record_no_r) as asked_r
    from matches
    inner join ties on matches.record_no_l = ties.record_no
    where ties.neighbour_no <> matches.record_no_r
    union all
    select
        matches.record_no_l,
        matches.record_no_r,
        least(ties.neighbour_no, matches.record_no_l) as asked_l,
        greatest(ties.neighbour_no, matches.record_no_l) as asked_r
    from matches
    inner join ties on matches.record_no_r = ties.record_no
    where ties.neighbour_no <> matches.record_no_l
),

-- No pair to be seen: not compared, or hardly a match.
answers as (
    select
        questions.record_no_l,
        questions.record_no_r,
        count(*) as neighbour_count,
        sum(greatest(-6.0, least(6.0, coalesce(candidates.match_weight, -3.0)))) as neighbour_weight
    from questions
    left join candidates
        on questions.asked_l = candidates.record_no_l and questions.asked_r = candidates.record_no_r
    group by 1, 2
),

consensus as (
    select
        matches.record_no_l,
        matches.record_no_r,
        coalesce(answers.neighbour_count, 0) as neighbour_count,
        least(6.0, matches.match_weight) + 0.5 * coalesce(answers.neighbour_weight, 0.0) as consensus_weight
    from matches
    left join answers on matches.record_no_l = answers.record_no_l and matches.record_no_r = answers.record_no_r
)

select * from consensus
