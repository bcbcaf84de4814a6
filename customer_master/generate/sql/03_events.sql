-- A life over days: what happens to whom after the first load (day 0), up to the day asked for. events.csv says how many
-- days lie between two events of a kind for one party; in each such stretch one is drawn, so that a later day has all
-- the events of an earlier one. Day d is 2026-01-05 + d; systems are read at 3 in the night before.
create temp macro learned_at(day, bits) as timestamp '2026-01-04 08:00:00' + to_days(cast(day as integer))
    + to_seconds(draw_between(bits, 4, 0, 36000));
create temp macro synced_at(day) as timestamp '2026-01-05 03:00:00' + to_days(cast(day as integer));

-- What a company split off is a party of its own.
create temp macro split_off_id(entity_id) as 1000000000 + entity_id;

create temp table events as
with kinds_of_event as (
    select event, kind, cast(event_no as bigint) as event_no, cast(days_between as bigint) as days_between, once = 'true' as once
    from read_csv(getvariable('data') || '/events.csv', all_varchar = true, header = true)
),

-- Every other independent company of a community may become part of the next one.
independents as (
    select
        entity_id, row_number() over companies as place, lead(entity_id) over companies as next_entity_id,
        greatest(arrival_day, lead(arrival_day) over companies) as both_there_day
    from parties
    where role = 'independent' and getvariable('day') > 0
    window companies as (partition by community order by position)
),

persons as (
    select p.*, u.country, count(*) over (partition by p.unit_id) as members
    from parties as p
    inner join units as u using (unit_id)
    where p.kind <> 'organization' and getvariable('day') > 0
),

subjects as (
    select unit_id as subject_id, 'household_moved' as event, 'household' as kind, min(arrival_day) as since, null as other_entity_id
    from persons
    where kind = 'consumer'
    group by unit_id
    union all
    select entity_id, unnest(['email_changed', 'phone_changed', 'registered_again']), kind, arrival_day, null from persons
    union all
    select entity_id, 'moved', kind, arrival_day, null from persons where kind = 'contact' or (members > 1 and role <> 'head')
    union all
    select entity_id, 'married', kind, arrival_day, null
    from persons
    where country <> 'ES' and (members = 1 or role in ('child', 'twin', 'flatmate', 'sibling', 'employee'))
    union all
    select entity_id, 'employer_changed', kind, arrival_day, null from persons where kind = 'contact'
    union all
    select entity_id, unnest(['renamed', 'moved', 'phone_changed', 'registered_again']), kind, arrival_day, null
    from parties
    where kind = 'organization' and getvariable('day') > 0
    union all
    select entity_id, unnest(['merged', 'acquired']), 'organization', both_there_day, next_entity_id
    from independents
    where place % 2 = 1 and next_entity_id is not null
    union all
    select entity_id, 'split', 'organization', both_there_day, split_off_id(entity_id) from independents where place % 2 = 0
),

stretches as (
    select
        s.subject_id, s.event, s.kind, s.since, s.other_entity_id, k.days_between,
        unnest(range(0, if(k.once, 1, 1 + (getvariable('day') - 1) // k.days_between))) as stretch,
        (s.subject_id * 100 + k.event_no) * 1000 as first_no
    from subjects as s
    inner join kinds_of_event as k using (event, kind)
),

drawn as (
    select
        * exclude (days_between, stretch, first_no), first_no + stretch as event_id,
        bits('event', first_no + stretch) as bits, stretch * days_between as days_before, days_between
    from stretches
),

happened as (
    select *, days_before + draw_between(bits, 1, 1, days_between) as day
    from drawn
    where days_before + draw_between(bits, 1, 1, days_between) between since + 1 and getvariable('day')
)

select h.event_id, h.bits, h.event, h.day, coalesce(p.entity_id, h.subject_id) as entity_id, h.other_entity_id
from happened as h
left join parties as p on p.unit_id = if(h.kind = 'household', h.subject_id, null) and p.arrival_day <= h.day;

-- Who left a household does not move with it, and who became part of another company has no life of its own after it.
delete from events as e
using (select entity_id, min(day) as day from events where event = 'moved' group by entity_id) as m
where m.entity_id = e.entity_id and e.day >= m.day and e.event = 'household_moved';

delete from events as e
using (select entity_id, day from events where event = 'merged') as m
where m.entity_id = e.entity_id and e.day >= m.day and e.event <> 'merged';

insert into parties by name
select
    e.other_entity_id as entity_id, e.day as arrival_day, bits('party', e.other_entity_id) as bits, p.community, p.position,
    p.kind, 'split_off' as role, p.unit_id, p.unit_entity_id
from events as e
inner join parties as p using (entity_id)
where e.event = 'split';
