-- Every address somebody has or had. address_id: 10 * number + what it is (1 household, 2 where the household lived
-- before, 3 where a person lived before, 4 company, 5 where the company was before); 10 * event + 6 where a move led to.
create temp table addresses as
with wanted as (
    select 10 * unit_id + 1 as address_id, country, city_id, bits, 0 as k from units where kind = 'household'
    union all
    select 10 * unit_id + 2, country, if(draw(bits, 5) < 700000, city_id, null), bits, 16
    from units where kind = 'household'
    union all
    select 10 * p.entity_id + 3, u.country, if(draw(p.bits, 5) < 400000, u.city_id, null), p.bits, 16
    from parties as p inner join units as u using (unit_id)
    where p.kind = 'contact' or p.role in ('partner', 'child', 'flatmate', 'sibling', 'junior')
    union all
    -- A company in the building, or the group, of another has its address (its unit too).
    select 10 * p.entity_id + 4, u.country, if(p.role in ('franchise', 'same_name'), null, u.city_id),
        if(p.role in ('subsidiary', 'same_building'), u.bits, p.bits), 0
    from parties as p inner join units as u using (unit_id)
    where p.kind = 'organization'
    union all
    select 10 * p.entity_id + 5, u.country, if(draw(p.bits, 5) < 800000, u.city_id, null), p.bits, 16
    from parties as p inner join units as u using (unit_id)
    where p.kind = 'organization' and p.role <> 'same_building'
    union all
    select 10 * e.event_id + 6, u.country, if(draw(e.bits, 5) < 600000, u.city_id, null), e.bits, 16
    from (select event_id, any_value(bits) as bits, min(entity_id) as entity_id from events where event in ('moved', 'household_moved')
        group by event_id) as e
    inner join parties as p using (entity_id)
    inner join units as u using (unit_id)
),

drawn as (
    select
        address_id, country, city_id,
        if(k = 0, draw(bits, 6), draw(bits, 16)) as city_draw,
        if(k = 0, draw(bits, 7), draw(bits, 17)) as street_draw,
        if(k = 0, draw(bits, 8), draw(bits, 18)) as number_draw,
        if(k = 0, draw(bits, 9), draw(bits, 19)) as unit_draw
    from wanted
),

placed as (
    select
        d.address_id, d.country, s.item as street, d.unit_draw,
        coalesce(d.city_id, cast(city.item as bigint)) as city_id,
        -- The square of a draw: low house numbers are more frequent.
        1 + cast(d.number_draw as bigint) * d.number_draw * if(d.country = 'US', 2400, 160) // 1000000000000 as number,
        cast(cast(md5_number_lower(s.item) >> 1 as bigint) % 9973 as integer) as street_no
    from drawn as d
    inner join choices as s on s.list = 'street' and s.key = d.country and s.slot = pick_short(d.street_draw)
    inner join choices as city on city.list = 'city' and city.key = d.country and city.slot = pick_short(d.city_draw)
)

select
    p.address_id, p.country, c.city, c.alias, c.region, c.region_code, c.area_code, p.street,
    p.number || if(p.country in ('DE', 'GB', 'FR') and p.unit_draw % 16 = 0, ['a', 'b', 'c'][1 + p.unit_draw // 333334], '')
        as house_number,
    case
        when p.country = 'US' and p.unit_draw < 240000 then 'Apt ' || (1 + p.unit_draw // 4000) || ['', 'A', 'B', 'C'][1 + p.unit_draw % 4]
        when p.country = 'GB' and p.unit_draw < 200000 then 'Flat ' || (1 + p.unit_draw // 10000)
        when p.country = 'ES' and p.unit_draw < 700000 then (1 + p.unit_draw // 100000) || 'º ' || ['A', 'B', 'C', 'D'][1 + p.unit_draw % 4]
        when p.country = 'FR' and p.unit_draw < 250000 then 'Apt ' || (1 + p.unit_draw // 6000)
        else ''
    end as unit,
    case
        when p.country = 'GB'
            then c.postal_prefix || (1 + p.street_no % least(cast(c.postal_count as integer), 20)) || ' '
                || ((p.street_no // 7 + p.number // 40) % 10)
                || substr('ABDEFGHJ', 1 + cast((p.street_no // 3) % 8 as integer), 1)
                || substr('ABDEFGHJ', 1 + cast((p.street_no // 5 + p.number // 20) % 8 as integer), 1)
        when p.country = 'FR' and c.city not in ('Paris', 'Lyon', 'Marseille')
            then c.postal_prefix || lpad(cast(10 * (p.street_no % cast(c.postal_count as integer)) as varchar), 2, '0')
        else c.postal_prefix || lpad(cast(1 + p.street_no % cast(c.postal_count as integer) as varchar), 2, '0')
    end as postal_code
from placed as p
inner join cities as c using (city_id);
