-- The truth: which party each record is, and how parties belong together.
insert into truth.records by name
select
    r.object || ':' || case
        when r.object like 'salesforce:%' then k.id
        when r.object = 'sap:but000' then s.partner
        when r.object = 'sap:kna1' then s.kunnr
        when r.object = 'stripe:customer' then stripe_id(r.key_number)
        when r.object = 'shopify:customer' then cast(shopify_id(r.key_number) as varchar)
        when r.object like 'hubspot:%' then cast(hubspot_id(r.key_number) as varchar)
        when r.object like 'zendesk:%' then cast(zendesk_id(r.key_number) as varchar)
        else member_number(r.key_number)
    end as record_id,
    r.entity_id, if(r.kind = 'organization', 'organization', 'person') as party_type
from records as r
left join salesforce_keys as k using (record_number)
left join sap_keys as s using (record_number)
order by record_id;

insert into truth.entities by name
select
    p.entity_id, 'person' as party_type, p.kind as customer_kind, p.country, p.given_name || ' ' || p.family_name as display_name,
    if(p.kind = 'consumer', p.unit_id, null) as household_id, p.employer_entity_id, null as parent_entity_id,
    if(p.role in ('twin', 'junior', 'flatmate'), p.role, null) as hard_case
from persons as p
union all by name
select
    c.entity_id, 'organization' as party_type, 'organization' as customer_kind, c.country, c.organization_name || ' ' || c.legal_form as display_name,
    if(c.role = 'subsidiary', c.unit_entity_id, null) as parent_entity_id, if(c.role = 'independent', null, c.role) as hard_case
from companies as c
order by entity_id;

insert into truth.households by name
select unit_id as household_id, entity_id, role as household_role from persons where kind = 'consumer' order by entity_id;

insert into truth.relationships by name
select entity_id, employer_entity_id as related_entity_id, 'employee_contact_of' as relationship
from persons where employer_entity_id is not null
union all
select entity_id, unit_entity_id, 'subsidiary_of' from companies where role = 'subsidiary'
order by entity_id;
