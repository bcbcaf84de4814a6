-- Where chance comes from, and the lists it chooses from.

-- One md5 of (seed, kind of thing, its number) is all the chance a thing has: 63 bits of it.
create temp macro bits(thing, number) as
    cast(md5_number_lower(getvariable('seed') || ':' || thing || ':' || number) >> 1 as bigint);

-- A number 0..999999: the bits modulo the k-th odd number above 2^20. Residues of different moduli are independent,
-- and integers are the same on every machine. draw(bits('party', 7), 3) < 250000 is true for a quarter of the parties.
create temp macro draw(bits, k) as cast((bits % (1048577 + 2 * k)) * 1000000 // (1048577 + 2 * k) as integer);

-- A number low..high. between_draws(b, 4, 1, 6) throws a die.
create temp macro draw_between(bits, k, low, high) as low + cast(draw(bits, k) as bigint) * (high - low + 1) // 1000000;

create temp table cities as
select row_number() over (order by country, weight desc, city, postal_prefix) as city_id, *
from read_csv(getvariable('data') || '/cities.csv', all_varchar = true, header = true);

create temp table nicknames as
from read_csv(getvariable('data') || '/nicknames.csv', all_varchar = true, header = true);

create temp table communities as
select cast(pattern as integer) as pattern, cast(position as integer) as position, kind,
    cast(unit as bigint) as unit, role
from read_csv(getvariable('data') || '/communities.csv', all_varchar = true, header = true);

create temp table legal_form_texts as
select country, legal_form, cast(variant as integer) as variant, text
from read_csv(getvariable('data') || '/legal_forms.csv', all_varchar = true, header = true);

-- Every weighted list as slots, 20,000 for names and 1,000 for short lists, so that a weighted choice is an equi-join:
-- pick(draw) is a slot. A list has a key where it differs by country (or country and gender).
create temp macro pick(drawn) as drawn // 50;
create temp macro pick_short(drawn) as drawn // 1000;

create temp table choices as
with items as (
    select 'given' as list, country || '_' || gender as key, name as item, weight
    from read_csv(getvariable('data') || '/given_names.csv', all_varchar = true, header = true)
    union all
    select 'family', country, name, weight
    from read_csv(getvariable('data') || '/family_names.csv', all_varchar = true, header = true)
    union all
    select 'street', country, street, weight
    from read_csv(getvariable('data') || '/streets.csv', all_varchar = true, header = true)
    union all
    select 'city', country, cast(city_id as varchar), weight from cities
    union all
    select kind, coalesce(country, ''), word, weight
    from read_csv(getvariable('data') || '/company_words.csv', all_varchar = true, header = true)
    union all
    select distinct 'legal_form', country, legal_form, weight
    from read_csv(getvariable('data') || '/legal_forms.csv', all_varchar = true, header = true)
    union all
    select list, coalesce(key, ''), item, weight
    from read_csv(getvariable('data') || '/record_mix.csv', all_varchar = true, header = true)
),

weighted as (
    select list, key, item, cast(sum(cast(weight as bigint)) as bigint) as weight
    from items
    group by list, key, item
),

cumulated as (
    select
        list, key, item, weight, if(list in ('given', 'family'), 20000, 1000) as slots,
        cast(sum(weight) over (partition by list, key order by weight desc, item) as bigint) as upto,
        cast(sum(weight) over (partition by list, key) as bigint) as total
    from weighted
)

select list, key, item, cast(unnest(range((upto - weight) * slots // total, upto * slots // total)) as integer) as slot
from cumulated
order by list, key, slot;
