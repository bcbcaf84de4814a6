-- The parties: communities of 100 (14 organizations, their 20 contacts, 66 consumers in households), and who belongs
-- to which unit (a company or a household). Unit numbers: community * 100 + unit of the pattern. After the first load
-- a thousandth as many come every day, in communities of their own.
create temp macro newcomers_a_day() as greatest(1, getvariable('customers') // 1000);

create temp table parties as
with entities as (
    select entity_id, 0 as arrival_day from range(1, getvariable('customers') + 1) as t (entity_id)
    union all
    -- Of every kind from the first day on: 37 and 100 have no common divisor.
    select first_id + nth, 1 + (nth - nth % 100 + nth * 37 % 100) // newcomers_a_day()
    from (select (getvariable('customers') + 99) // 100 * 100 + 1 as first_id) as t
    cross join range((newcomers_a_day() * getvariable('day') + 99) // 100 * 100) as newcomers (nth)
),

numbered as (
    select
        entity_id, arrival_day,
        (entity_id - 1) // 100 as community,
        cast((entity_id - 1) % 100 as integer) as position,
        bits('party', entity_id) as bits
    from entities
),

community_patterns as (
    select community, draw(bits('community', community), 1) // 250000 as pattern
    from (select distinct community from numbered)
)

select
    n.entity_id, n.arrival_day, n.bits, n.community, n.position, c.kind, c.role,
    n.community * 100 + c.unit as unit_id,
    n.community * 100 + 1 + c.unit as unit_entity_id
from numbered as n
inner join community_patterns as p using (community)
inner join communities as c on c.pattern = p.pattern and c.position = n.position;

-- The companies' groups and the households: what their members share.
create temp table units as
with found as (
    select unit_id, kind, bits('unit', unit_id) as bits
    from (select distinct unit_id, if(kind = 'consumer', 'household', 'company') as kind from parties)
)

select
    f.unit_id, f.kind, f.bits, country.item as country, cast(city.item as bigint) as city_id,
    family.item as family_name, second.item as second_family_name
from found as f
inner join choices as country on country.list = 'country' and country.slot = pick_short(draw(f.bits, 1))
inner join choices as city on city.list = 'city' and city.key = country.item and city.slot = pick_short(draw(f.bits, 2))
inner join choices as family on family.list = 'family' and family.key = country.item and family.slot = pick(draw(f.bits, 3))
inner join choices as second on second.list = 'family' and second.key = country.item and second.slot = pick(draw(f.bits, 4));
