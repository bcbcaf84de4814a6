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

create temp table record_skeletons as
with counted as (
    select p.entity_id, p.kind, p.position, unnest(range(1, cast(n.item as bigint) + 1)) as nth
    from parties as p
    inner join choices as n on n.list = 'records_per_party' and n.slot = pick_short(draw(p.bits, 40))
),

numbered as (
    select *, 10 * entity_id + nth as record_number, bits('record', 10 * entity_id + nth) as bits
    from counted
)

select
    n.entity_id, n.kind, n.nth, n.record_number, n.bits,
    -- Keys do not tell which records belong together.
    cast(n.record_number * 48271 % 99999989 as bigint) as key_number,
    case
        when n.nth = 1 and n.kind = 'contact' then 'salesforce:contact'
        when n.nth = 1 and n.kind = 'organization' and n.position <= 10 then 'salesforce:account'
        else o.item
    end as object,
    timestamp '2014-01-01 08:00:00' + to_seconds(draw_between(n.bits, 1, 0, 3600) * 86400 + draw_between(n.bits, 2, 0, 36000))
        as created_at,
    draw_between(n.bits, 3, 0, 700) * 86400 + draw_between(n.bits, 4, 0, 36000) as seconds_until_update
from numbered as n
inner join choices as o on o.list = 'object' and o.key = n.kind and o.slot = pick_short(draw(n.bits, 5));

create temp table records as
select
    r.entity_id, r.kind, r.nth, r.record_number, r.bits, r.key_number, r.object, r.created_at,
    r.created_at + to_seconds(r.seconds_until_update) as updated_at,
    given.error as given_name_error, family.error as family_name_error, birth.error as birth_date_error,
    email.error as email_error, phone.error as phone_error, address.error as address_error,
    street.error as street_error, unit.error as unit_error, city.error as city_error, postal_code.error as postal_code_error,
    organization.error as organization_name_error, legal.error as legal_form_error, tax.error as tax_number_error,
    whole.error as record_error, employer.error as employer_error,
    draw(r.bits, 6) as spot_1, draw(r.bits, 7) as spot_2, draw(r.bits, 8) as spot_3,
    draw(r.bits, 9) as phone_style, draw(r.bits, 10) as style
from (
    select s.*, o.object_no * 2000 as first_slot
    from record_skeletons as s
    inner join (select distinct object, object_no from error_slots) as o using (object)
) as r
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
