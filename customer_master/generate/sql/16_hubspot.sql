-- HubSpot: contacts from forms and fairs, their companies, and the contacts that marketing merged.
create temp macro hubspot_id(key_number) as 100000 + key_number;

create temp table hubspot_contacts as
with ranked as (
    select
        *,
        hubspot_id(key_number) as id,
        row_number() over (partition by entity_id order by record_number) as nth_here,
        first(hubspot_id(key_number)) over (partition by entity_id order by record_number) as first_id
    from person_records
    where object = 'hubspot:contact'
)

select *, nth_here > 1 and (draw(bits, 33) < 600000 or is_merged_away) as is_merged from ranked;

create temp table hubspot_companies as
select *, hubspot_id(key_number) as id, row_number() over (partition by entity_id order by record_number) as nth_here
from organization_records
where object = 'hubspot:company';

insert into hubspot.company by name
select
    c.id, false as is_deleted, cased(c.organization_text, c.record_error) as property_name, c.domain as property_domain,
    if(c.spot_2 % 3 = 0, 'https://www.' || c.domain, null) as property_website,
    phone_text(c.phone_said, c.country, c.phone_style) as property_phone,
    cased(street_line(c.street, c.house_number, if(c.country = 'GB', '', c.unit), c.country), c.record_error) as property_address,
    nullif(c.unit, '') as property_address_2, cased(c.city, c.record_error) as property_city, c.region as property_state,
    c.postal_code as property_zip, country_name(c.country) as property_country, c.industry as property_industry,
    parent.id as property_hs_parent_company_id, c.created_at as property_createdate,
    c.updated_at as property_hs_lastmodifieddate, c.spot_3 > 995000 or c.is_soft_deleted as _fivetran_deleted, c.synced_at as _fivetran_synced
from hubspot_companies as c
left join hubspot_companies as parent
    on parent.entity_id = c.parent_entity_id and parent.nth_here = 1 and parent.created_at < c.synced_at
order by c.id;

insert into hubspot.contact by name
select
    p.id, cased(nullif(p.given_text, ''), p.record_error) as property_firstname,
    cased(p.family_text, p.record_error) as property_lastname, lower(p.email_said) as property_email,
    -- The mailbox at home, from another form.
    if(p.at_work and p.spot_2 % 10 = 0, q.email, null) as property_hs_additional_emails,
    if(p.at_work and p.spot_3 % 10 < 5, phone_text(p.switchboard, p.country, p.phone_style), null) as property_phone,
    phone_text(p.phone_said, p.country, p.style) as property_mobilephone,
    if(p.at_work, cased(p.employer_name, p.record_error), null) as property_company,
    case when p.birth_date_said is null then null when p.country = 'US' then strftime(p.birth_date_said, '%m/%d/%Y')
        else strftime(p.birth_date_said, '%Y-%m-%d') end as property_date_of_birth,
    cased(street_line(p.street, p.house_number, p.unit, p.country), p.record_error) as property_address,
    cased(p.city, p.record_error) as property_city, p.region as property_state, p.postal_code as property_zip,
    country_name(p.country) as property_country, company.id as property_associatedcompanyid,
    ['subscriber', 'lead', 'opportunity', 'customer'][1 + p.spot_1 % 4] as property_lifecyclestage,
    p.created_at as property_createdate, p.updated_at as property_lastmodifieddate,
    p.is_merged or p.spot_3 > 996000 or p.is_soft_deleted as _fivetran_deleted, p.synced_at as _fivetran_synced
from hubspot_contacts as p
inner join persons as q using (entity_id)
left join hubspot_companies as company on company.entity_id = if(p.at_work, p.employer_entity_id, null) and company.nth_here = 1
    and company.created_at < p.synced_at
order by p.id;

insert into hubspot.contact_merge_audit by name
select
    first_id as canonical_vid, first_id as contact_id, given_text as first_name, family_text as last_name,
    3 + spot_1 % 8 as num_properties_moved, updated_at as timestamp, 1 + spot_2 % 5 as user_id, id as vid_to_merge,
    synced_at as _fivetran_synced
from hubspot_contacts
where is_merged
order by vid_to_merge;
