-- What was true of a party from which day on: one version of it at the first load, and one more at every day on which
-- something happened to it.
create temp table person_changes as
with happened as (
    select
        e.entity_id, e.day, e.event, e.bits,
        if(e.event in ('moved', 'household_moved'), 10 * e.event_id + 6, null) as address_id,
        if(e.event = 'moved' and p.kind = 'consumer', false, null) as in_household,
        if(e.event = 'married', family.item, null) as family_name,
        if(e.event = 'phone_changed', mobile(p.country, p.area_code, draw(e.bits, 20), draw(e.bits, 21)), null) as mobile_phone,
        if(e.event = 'email_changed', p.given_ascii || '.' || p.family_ascii || draw(e.bits, 14) // 1010 || '@' || provider.item, null) as email,
        if(e.event = 'employer_changed', employer.entity_id, null) as employer_entity_id
    from events as e
    inner join persons as p using (entity_id)
    inner join choices as family on family.list = 'family' and family.key = p.country and family.slot = pick(draw(e.bits, 3))
    inner join choices as provider
        on provider.list = 'email_provider' and provider.key = p.country and provider.slot = pick_short(draw(e.bits, 11))
    -- One of the 13 other companies around.
    left join companies as employer
        on employer.entity_id = if(e.event = 'employer_changed',
            e.entity_id - (e.entity_id - 1) % 100 + ((p.employer_entity_id - 1) % 100 + 1 + draw(e.bits, 26) // 76924) % 14, null)
)

select
    entity_id, day, max(address_id) as address_id, bool_and(in_household) as in_household, max(family_name) as family_name,
    max(mobile_phone) as mobile_phone, max(email) as email, max(employer_entity_id) as employer_entity_id
from happened
group by entity_id, day;

create temp table person_versions as
select 0 as valid_from, true as in_household, * from persons
union all by name
select
    c.day as valid_from,
    coalesce(last_value(c.in_household ignore nulls) over changes, true) as in_household,
    p.* replace (
        coalesce(last_value(c.family_name ignore nulls) over changes, p.family_name) as family_name,
        if(last_value(c.family_name ignore nulls) over changes is null, p.former_family_name, p.family_name) as former_family_name,
        coalesce(ascii(last_value(c.family_name ignore nulls) over changes), p.family_ascii) as family_ascii,
        coalesce(last_value(c.mobile_phone ignore nulls) over changes, p.mobile_phone) as mobile_phone,
        coalesce(last_value(c.email ignore nulls) over changes, p.email) as email,
        coalesce(last_value(c.address_id ignore nulls) over changes, p.address_id) as address_id,
        coalesce(last_value(c.employer_entity_id ignore nulls) over changes, p.employer_entity_id) as employer_entity_id
    )
from person_changes as c
inner join persons as p using (entity_id)
window changes as (partition by c.entity_id order by c.day);

create temp table company_changes as
with happened as (
    select
        e.entity_id, e.day,
        if(e.event = 'renamed', s1.item || s2.item || ' ' || if(draw(e.bits, 28) < 500000, c.industry, industry.item), null) as organization_name,
        -- Half of them have a new address in the net too.
        e.event = 'renamed' and draw(e.bits, 29) < 500000 as has_new_domain,
        if(e.event = 'moved', 10 * e.event_id + 6, null) as address_id,
        if(e.event = 'phone_changed', landline(c.country, c.area_code, draw(e.bits, 34)), null) as phone,
        if(e.event = 'acquired', e.other_entity_id, null) as parent_entity_id
    from events as e
    inner join companies as c using (entity_id)
    inner join choices as s1 on s1.list = 'syllable_1' and s1.slot = pick_short(draw(e.bits, 24))
    inner join choices as s2 on s2.list = 'syllable_2' and s2.slot = pick_short(draw(e.bits, 25))
    inner join choices as industry
        on industry.list = 'industry' and industry.key = c.country and industry.slot = pick_short(draw(e.bits, 21))
)

select
    entity_id, day, max(organization_name) as organization_name, max(address_id) as address_id, max(phone) as phone,
    max(parent_entity_id) as parent_entity_id,
    max(if(has_new_domain, ascii(organization_name) || '-' || entity_id % 1000, null)) as domain_name
from happened
group by entity_id, day;

create temp table company_versions as
with first_versions as (
    select *, if(role = 'subsidiary', unit_entity_id, null) as parent_entity_id
    from companies
)

select 0 as valid_from, * from first_versions
union all by name
select
    c.day as valid_from,
    f.* replace (
        coalesce(last_value(c.organization_name ignore nulls) over renewals, f.organization_name) as organization_name,
        coalesce(last_value(c.domain_name ignore nulls) over renewals || regexp_extract(f.domain, '\..*'), f.domain) as domain,
        coalesce(split_part(f.email, '@', 1) || '@' || last_value(c.domain_name ignore nulls) over renewals
            || regexp_extract(f.domain, '\..*'), f.email) as email,
        coalesce(last_value(c.phone ignore nulls) over renewals, f.phone) as phone,
        coalesce(last_value(c.address_id ignore nulls) over renewals, f.address_id) as address_id,
        coalesce(last_value(c.parent_entity_id ignore nulls) over renewals, f.parent_entity_id) as parent_entity_id
    )
from company_changes as c
inner join first_versions as f using (entity_id)
window renewals as (partition by c.entity_id order by c.day);

-- Which party a company's records describe once their system knows: the one it became part of, or for some of the records
-- the one it split off.
create temp table successions as
select entity_id, event, day, other_entity_id as successor_entity_id
from events
where event in ('merged', 'split');
