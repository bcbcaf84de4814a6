-- The truth on the day: which party each record describes, how parties belong together, and what has happened.
create temp macro source_key(object, key_number) as case
    when object = 'salesforce:account' then salesforce_id('001', key_number)
    when object = 'salesforce:contact' then salesforce_id('003', key_number)
    when object = 'salesforce:lead' then salesforce_id('00Q', key_number)
    when object = 'sap:but000' then sap_partner(key_number)
    when object = 'sap:kna1' then sap_kunnr(key_number)
    when object = 'stripe:customer' then stripe_id(key_number)
    when object = 'shopify:customer' then cast(shopify_id(key_number) as varchar)
    when object like 'hubspot:%' then cast(hubspot_id(key_number) as varchar)
    when object like 'zendesk:%' then cast(zendesk_id(key_number) as varchar)
    else member_number(key_number)
end;
create temp macro truth_record_id(object, key_number) as object || ':' || source_key(object, key_number);

insert into truth.records by name
select
    truth_record_id(object, key_number) as record_id, described_entity_id as entity_id,
    if(kind = 'organization', 'organization', 'person') as party_type
from records
order by record_id;

create temp table persons_today as
select v.*
from person_versions as v
inner join (select entity_id from parties where arrival_day <= getvariable('day')) as p using (entity_id)
qualify row_number() over (partition by v.entity_id order by v.valid_from desc) = 1;

create temp table companies_today as
select v.*
from company_versions as v
inner join (select entity_id from parties where arrival_day <= getvariable('day')) as p using (entity_id)
qualify row_number() over (partition by v.entity_id order by v.valid_from desc) = 1;

create temp table employers_today as
select p.entity_id, coalesce(s.successor_entity_id, p.employer_entity_id) as employer_entity_id
from persons_today as p
left join successions as s on s.entity_id = p.employer_entity_id and s.event = 'merged'
where p.employer_entity_id is not null;

insert into truth.entities by name
select
    p.entity_id, 'person' as party_type, p.kind as customer_kind, p.country, p.given_name || ' ' || p.family_name as display_name,
    if(p.kind = 'consumer' and p.in_household, p.unit_id, null) as household_id, e.employer_entity_id, null as parent_entity_id,
    if(p.role in ('twin', 'junior', 'flatmate'), p.role, null) as hard_case
from persons_today as p
left join employers_today as e using (entity_id)
union all by name
select
    c.entity_id, 'organization' as party_type, 'organization' as customer_kind, c.country, c.organization_name || ' ' || c.legal_form as display_name,
    c.parent_entity_id, s.successor_entity_id, if(c.role = 'independent', null, c.role) as hard_case
from companies_today as c
left join successions as s on s.entity_id = c.entity_id and s.event = 'merged'
order by entity_id;

insert into truth.households by name
select unit_id as household_id, entity_id, role as household_role
from persons_today
where kind = 'consumer' and in_household
order by entity_id;

insert into truth.relationships by name
select entity_id, employer_entity_id as related_entity_id, 'employee_contact_of' as relationship
from employers_today
union all
select entity_id, parent_entity_id, 'subsidiary_of' from companies_today where parent_entity_id is not null
order by entity_id;

-- What an event changed: the value of the version that begins on its day, and of the one before.
create temp table entity_events as
with address_lines as (
    select address_id, street_line(street, house_number, unit, country) || ', ' || postal_code || ' ' || city as line from addresses
),

person_history as (
    select
        v.entity_id, v.valid_from, v.family_name, v.email, v.mobile_phone, v.employer_entity_id, a.line,
        lag(struct_pack(v.family_name, v.email, v.mobile_phone, v.employer_entity_id, a.line)) over (partition by v.entity_id order by v.valid_from) as former
    from person_versions as v
    inner join address_lines as a using (address_id)
    where v.entity_id in (select entity_id from events)
),

company_history as (
    select
        v.entity_id, v.valid_from, v.organization_name, v.phone, v.parent_entity_id, a.line,
        lag(struct_pack(v.organization_name, v.phone, v.parent_entity_id, a.line)) over (partition by v.entity_id order by v.valid_from) as former
    from company_versions as v
    inner join address_lines as a using (address_id)
    where v.entity_id in (select entity_id from events)
)

select
    e.day, e.event, e.entity_id, if(e.event = 'employer_changed', p.employer_entity_id, null) as related_entity_id,
    case e.event when 'married' then p.former.family_name when 'email_changed' then p.former.email
        when 'phone_changed' then p.former.mobile_phone when 'employer_changed' then cast(p.former.employer_entity_id as varchar)
        else p.former.line end as value_before,
    case e.event when 'married' then p.family_name when 'email_changed' then p.email when 'phone_changed' then p.mobile_phone
        when 'employer_changed' then cast(p.employer_entity_id as varchar) else p.line end as value_after
from events as e
inner join person_history as p on p.entity_id = e.entity_id and p.valid_from = e.day
where e.event <> 'registered_again'
union all
select
    e.day, e.event, e.entity_id, e.other_entity_id,
    case e.event when 'renamed' then c.former.organization_name when 'phone_changed' then c.former.phone when 'moved' then c.former.line end,
    case e.event when 'renamed' then c.organization_name when 'phone_changed' then c.phone when 'moved' then c.line end
from events as e
inner join company_history as c on c.entity_id = e.entity_id and c.valid_from = e.day
where e.event <> 'registered_again';

insert into truth.events by name
with record_history as (
    select
        s.*, reused.key_number is not null as is_key_reused,
        truth_record_id(s.object, coalesce(reused.key_number, s.key_number)) as record_id,
        first(truth_record_id(s.object, s.key_number)) over (partition by s.entity_id, s.object order by s.record_number) as first_record_id
    from record_skeletons as s
    left join reused_keys as reused using (record_number)
    where getvariable('day') > 0
),

record_events as (
    select arrival_day as day, if(is_key_reused, 'key_reused', 'record_created') as event, entity_id, record_id, null as value_after
    from record_history
    where arrival_day > 0
    union all
    select hard_deleted_day, 'hard_deleted', entity_id, record_id, null from record_history
    union all
    select soft_deleted_day, 'soft_deleted', entity_id, record_id, null
    from record_history
    where hard_deleted_day is null or soft_deleted_day < hard_deleted_day
    union all
    select merged_day, 'merged_in_source', entity_id, record_id, first_record_id
    from record_history
    where hard_deleted_day is null or merged_day < hard_deleted_day
)

select * replace (cast(day as bigint) as day), date '2026-01-05' + cast(day as integer) as event_date
from (
    select * from entity_events where value_before is distinct from value_after or event in ('merged', 'acquired', 'split')
    union all by name
    select * from record_events where day <= getvariable('day')
)
order by day, event, entity_id, record_id;
