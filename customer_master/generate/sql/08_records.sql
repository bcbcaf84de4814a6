-- Records: how many a party has, in which system's object, and what went wrong in each field of each.
create temp table error_slots as
with objects as (
    select unnest([
        'salesforce:account', 'salesforce:contact', 'salesforce:lead', 'sap:kna1', 'sap:but000', 'stripe:customer',
        'shopify:customer', 'hubspot:contact', 'hubspot:company', 'zendesk:user', 'zendesk:organization',
        'loyalty:loyalty_program_member'
    ]) as object
),

listed as (
    select coalesce(object, '') as object, field, error, cast(per_million as bigint) as per_million
    from read_csv(getvariable('data') || '/errors.csv', all_varchar = true, header = true)
),

-- An object's own rate replaces the general one.
rates as (
    select o.object, l.field, l.error, arg_max(l.per_million, if(l.object = '', 0, 1)) as per_million
    from objects as o
    inner join listed as l on l.object in ('', o.object)
    group by o.object, l.field, l.error
),

cumulated as (
    select *, cast(sum(per_million) over (partition by object, field order by error) as bigint) as upto
    from rates
),

slots as (
    select
        object, field, error,
        cast(unnest(range((upto - per_million) // 500, upto // 500)) as integer) as slot
    from cumulated
)

-- Every slot of every field, most without an error, under one small integer: joins on it are the fastest there are.
select f.field, o.object, o.object_no, o.object_no * 2000 + cast(n.slot as integer) as slot, s.error
from (select distinct field from listed) as f
cross join (select object, cast(row_number() over (order by object) as integer) as object_no from objects) as o
cross join range(2000) as n (slot)
left join slots as s on s.field = f.field and s.object = o.object and s.slot = n.slot
order by f.field, slot;

-- When a system looks at a record again (and learns what happened), and when it deletes, merges or loses one.
create temp table record_lives as
select
    object, cast(refresh_days as bigint) as refresh_days, cast(never_per_million as bigint) as never_per_million,
    cast(soft_delete_days as bigint) as soft_delete_days, cast(hard_delete_days as bigint) as hard_delete_days,
    cast(merge_days as bigint) as merge_days, keys_reused = 'true' as keys_reused
from read_csv(getvariable('data') || '/record_lives.csv', all_varchar = true, header = true);

create temp table record_skeletons as
with counted as (
    select p.entity_id, p.kind, p.position, p.arrival_day, unnest(range(1, cast(n.item as bigint) + 1)) as nth
    from parties as p
    inner join choices as n on n.list = 'records_per_party' and n.slot = pick_short(draw(p.bits, 40))
    where p.arrival_day <= getvariable('day') and p.role <> 'split_off'
    union all
    select p.entity_id, p.kind, p.position, e.day, 9
    from events as e
    inner join parties as p using (entity_id)
    where e.event = 'registered_again'
    union all
    select entity_id, kind, position, arrival_day, 0 from parties where role = 'split_off'
),

numbered as (
    select
        *, 10 * (entity_id % 1000000000) + nth as record_number, bits('record', 10 * (entity_id % 1000000000) + nth) as bits
    from counted
),

placed as (
    select
        n.*,
        -- Keys do not tell which records belong together.
        cast(n.record_number * 48271 % 99999989 as bigint) as key_number,
        case
            when n.nth = 1 and n.kind = 'contact' then 'salesforce:contact'
            when n.nth = 1 and n.kind = 'organization' and n.position <= 10 then 'salesforce:account'
            else o.item
        end as object
    from numbered as n
    inner join choices as o on o.list = 'object' and o.key = n.kind and o.slot = pick_short(draw(n.bits, 5))
)

select
    p.*, l.refresh_days, draw_between(p.bits, 41, 1, l.refresh_days) as refresh_offset,
    draw(p.bits, 42) >= l.never_per_million as is_refreshed,
    p.arrival_day + draw_between(p.bits, 43, 1, l.soft_delete_days) as soft_deleted_day,
    -- Only the last of a party's records in an object gets lost, so that what others point at stays what it is.
    if(lead(p.record_number) over siblings is null, p.arrival_day + draw_between(p.bits, 44, 1, l.hard_delete_days), null)
        as hard_deleted_day,
    if(row_number() over siblings > 1, p.arrival_day + draw_between(p.bits, 45, 1, l.merge_days), null) as merged_day
from placed as p
inner join record_lives as l using (object)
window siblings as (partition by p.entity_id, p.object order by p.record_number);

-- A key that was freed goes to the next new record there.
create temp table reused_keys as
with freed as (
    select s.object, s.key_number, s.hard_deleted_day as day
    from record_skeletons as s
    inner join record_lives as l using (object)
    where l.keys_reused and s.hard_deleted_day <= getvariable('day')
),

takers as (
    select object, arrival_day as day, min(record_number) as record_number
    from record_skeletons
    where arrival_day > 0
    group by object, arrival_day
)

select t.record_number, max(f.key_number) as key_number
from freed as f
asof inner join takers as t on t.object = f.object and f.day < t.day
group by t.record_number;

-- The day on which the record's system first looked after something had come true.
create temp macro learned_day(true_from, arrival_day, refresh_offset, refresh_days) as if(true_from <= arrival_day, arrival_day,
    refresh_offset + (greatest(true_from - refresh_offset, 0) + refresh_days - 1) // refresh_days * refresh_days);

create temp table records as
select
    r.entity_id, r.kind, r.nth, r.record_number, r.bits, coalesce(reused.key_number, r.key_number) as key_number, r.object,
    r.created_at, r.created_at + to_seconds(r.seconds_until_update) as updated_at,
    -- What the record knows: what was true of the party on the day its system last looked.
    r.arrival_day, r.known_day, r.refresh_days, r.refresh_offset,
    if(s.day <= r.known_day and (s.event = 'merged' or draw(r.bits, 46) < 400000), s.successor_entity_id, r.entity_id)
        as described_entity_id,
    if(s.day <= r.known_day and (s.event = 'merged' or draw(r.bits, 46) < 400000), s.day, 0) as described_since,
    r.soft_deleted_day <= getvariable('day') as is_soft_deleted, coalesce(r.merged_day <= getvariable('day'), false) as is_merged_away,
    greatest(r.arrival_day, if(r.soft_deleted_day <= getvariable('day'), r.soft_deleted_day, 0),
        if(r.merged_day <= getvariable('day'), r.merged_day, 0)) as touched_day,
    given.error as given_name_error, family.error as family_name_error, birth.error as birth_date_error,
    email.error as email_error, phone.error as phone_error, address.error as address_error,
    street.error as street_error, unit.error as unit_error, city.error as city_error, postal_code.error as postal_code_error,
    organization.error as organization_name_error, legal.error as legal_form_error, tax.error as tax_number_error,
    whole.error as record_error, employer.error as employer_error,
    draw(r.bits, 6) as spot_1, draw(r.bits, 7) as spot_2, draw(r.bits, 8) as spot_3,
    draw(r.bits, 9) as phone_style, draw(r.bits, 10) as style
from (
    select
        s.*, o.object_no * 2000 as first_slot,
        if(s.arrival_day > 0, learned_at(s.arrival_day, s.bits),
            timestamp '2014-01-01 08:00:00' + to_seconds(draw_between(s.bits, 1, 0, 3600) * 86400 + draw_between(s.bits, 2, 0, 36000)))
            as created_at,
        if(s.arrival_day > 0, 0, draw_between(s.bits, 3, 0, 700) * 86400 + draw_between(s.bits, 4, 0, 36000)) as seconds_until_update,
        if(s.is_refreshed and getvariable('day') >= s.refresh_offset,
            greatest(s.arrival_day, getvariable('day') - (getvariable('day') - s.refresh_offset) % s.refresh_days), s.arrival_day)
            as known_day
    from record_skeletons as s
    inner join (select distinct object, object_no from error_slots) as o using (object)
    where s.hard_deleted_day is null or s.hard_deleted_day > getvariable('day')
) as r
left join reused_keys as reused using (record_number)
left join successions as s on s.entity_id = r.entity_id
inner join error_slots as given
    on given.field = 'given_name' and given.slot = r.first_slot + draw(r.bits, 11) // 500
inner join error_slots as family
    on family.field = 'family_name' and family.slot = r.first_slot + draw(r.bits, 12) // 500
inner join error_slots as birth
    on birth.field = 'birth_date' and birth.slot = r.first_slot + draw(r.bits, 13) // 500
inner join error_slots as email
    on email.field = 'email' and email.slot = r.first_slot + draw(r.bits, 14) // 500
inner join error_slots as phone
    on phone.field = 'phone' and phone.slot = r.first_slot + draw(r.bits, 15) // 500
inner join error_slots as address
    on address.field = 'address' and address.slot = r.first_slot + draw(r.bits, 16) // 500
inner join error_slots as street
    on street.field = 'street' and street.slot = r.first_slot + draw(r.bits, 22) // 500
inner join error_slots as unit
    on unit.field = 'unit' and unit.slot = r.first_slot + draw(r.bits, 23) // 500
inner join error_slots as city
    on city.field = 'city' and city.slot = r.first_slot + draw(r.bits, 24) // 500
inner join error_slots as postal_code
    on postal_code.field = 'postal_code' and postal_code.slot = r.first_slot + draw(r.bits, 25) // 500
inner join error_slots as organization
    on organization.field = 'organization_name' and organization.slot = r.first_slot + draw(r.bits, 17) // 500
inner join error_slots as legal
    on legal.field = 'legal_form' and legal.slot = r.first_slot + draw(r.bits, 18) // 500
inner join error_slots as tax
    on tax.field = 'tax_number' and tax.slot = r.first_slot + draw(r.bits, 19) // 500
inner join error_slots as whole
    on whole.field = 'record' and whole.slot = r.first_slot + draw(r.bits, 20) // 500
inner join error_slots as employer
    on employer.field = 'employer' and employer.slot = r.first_slot + draw(r.bits, 21) // 500;
