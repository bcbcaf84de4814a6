-- Zendesk: whoever wrote to support, by one name and an address; and agents, who are no customers.
create temp macro zendesk_id(key_number) as 360000000000 + key_number;

create temp table zendesk_organizations as
select *, zendesk_id(key_number) as id, row_number() over (partition by entity_id order by record_number) as nth_here
from organization_records
where object = 'zendesk:organization';

insert into zendesk.organization by name
select
    id, cased(organization_text, record_error) as name,
    if(spot_1 % 3 = 0, 'Tel. ' || phone_text(phone_said, country, phone_style), null) as details, false as shared_tickets,
    created_at, updated_at, spot_3 > 995000 or is_soft_deleted as _fivetran_deleted, synced_at as _fivetran_synced
from zendesk_organizations
order by id;

insert into zendesk.user by name
select
    zendesk_id(p.key_number) as id, cased(trim(coalesce(p.given_text, '') || ' ' || coalesce(p.family_text, '')), p.record_error) as name,
    lower(p.email_said) as email, phone_text(p.phone_said, p.country, p.phone_style) as phone, false as shared_phone_number,
    'end-user' as role, organization.id as organization_id, p.spot_3 <= 993000 and not p.is_soft_deleted as active, p.spot_2 > 997000 as suspended,
    p.spot_1 % 10 < 8 as verified,
    case p.country when 'US' then 'en-US' when 'GB' then 'en-GB' when 'DE' then 'de' when 'FR' then 'fr' else 'es' end as locale,
    p.created_at, p.updated_at, p.synced_at as _fivetran_synced
from person_records as p
left join zendesk_organizations as organization
    on organization.entity_id = if(p.at_work, p.employer_entity_id, null) and organization.nth_here = 1
    and organization.created_at < p.synced_at
where p.object = 'zendesk:user'
union all by name
select
    360099999000 + n as id, 'Support Agent ' || n as name, 'agent' || n || '@support.example.com' as email, 'agent' as role, true as active,
    false as suspended, true as verified, timestamp '2014-01-01 08:00:00' as created_at, timestamp '2014-01-01 08:00:00' as updated_at,
    synced_at(0) as _fivetran_synced
from range(1, 6) as agents (n)
order by id;
