-- Salesforce: accounts, contacts and leads. Some duplicates were merged there: deleted, and pointing at the one kept.
create temp macro salesforce_id(prefix, key_number) as prefix || '5g00000' || lpad(upper(to_base(key_number, 36)), 6, '0') || 'AA';
create temp macro country_name(country) as case country when 'US' then 'United States' when 'GB' then 'United Kingdom'
    when 'DE' then 'Germany' when 'FR' then 'France' else 'Spain' end;

-- A condition on the left side alone would make a left join quadratic: it goes into the key, as a null.
create temp table salesforce_keys as
with keyed as (
    select
        entity_id, record_number, object, created_at,
        salesforce_id(case object when 'salesforce:account' then '001' when 'salesforce:contact' then '003' else '00Q' end, key_number) as id,
        draw(bits, 30) as fate, is_soft_deleted, is_merged_away
    from records
    where object like 'salesforce:%'
),

ranked as (
    select
        *,
        row_number() over (partition by entity_id, object order by record_number) as nth,
        first(id) over (partition by entity_id, object order by record_number) as first_id
    from keyed
)

select
    entity_id, record_number, object, id, nth, first_id, created_at,
    if(nth > 1 and (fate < 70000 or is_merged_away), first_id, null) as master_record_id,
    (nth > 1 and (fate < 70000 or is_merged_away)) or fate > 988000 or is_soft_deleted as is_deleted
from ranked;

insert into salesforce.account by name
select
    k.id, k.is_deleted, k.master_record_id, parent.id as parent_id, '0055g000001' || lpad(cast(o.spot_1 % 40 as varchar), 4, '0') || 'AAA' as owner_id,
    cased(o.organization_text, o.record_error) as name, ['Customer', 'Prospect', 'Customer', 'Partner'][1 + o.spot_2 % 4] as type,
    if(o.spot_2 % 3 = 0, 'A-' || o.key_number, null) as account_number,
    cased(street_line(o.street, o.house_number, o.unit, o.country) || if(o.unit <> '' and o.country <> 'GB', chr(10) || o.unit, ''), o.record_error) as billing_street,
    cased(o.city, o.record_error) as billing_city, o.region as billing_state, o.region_code as billing_state_code,
    o.postal_code as billing_postal_code,
    case o.spot_3 % 3 when 0 then country_name(o.country) when 1 then o.country else case o.country when 'US' then 'USA' when 'GB' then 'UK' when 'DE' then 'Deutschland' when 'ES' then 'España' else 'France' end end as billing_country,
    if(o.spot_3 % 3 < 2, o.country, null) as billing_country_code,
    phone_text(o.phone_said, o.country, o.phone_style) as phone,
    if(o.spot_1 % 10 < 7, if(o.spot_1 % 2 = 0, 'https://www.', 'www.') || o.domain, null) as website, o.industry,
    cast((10 + o.spot_1 % 990) * 10000 as double) as annual_revenue, 1 + cast(o.spot_2 as bigint) * o.spot_2 // 1000000000 as number_of_employees,
    o.duns_number, if(o.spot_1 % 5 = 0, cast(o.founded_year as varchar), null) as year_started,
    if(o.spot_2 % 100 < 55, o.vat_said, null) as vat_number_c, if(o.spot_2 % 100 < 40, o.registration_said, null) as registration_number_c,
    lower(o.email_said) as billing_email_c,
    o.created_at as created_date, o.updated_at as last_modified_date, o.updated_at as system_modstamp, true as _fivetran_active, o.synced_at as _fivetran_synced
from organization_records as o
inner join salesforce_keys as k using (record_number)
left join salesforce_keys as parent
    on parent.entity_id = o.parent_entity_id
    and parent.object = 'salesforce:account' and parent.nth = 1 and parent.created_at < o.synced_at
order by k.id;

insert into salesforce.contact by name
select
    k.id, k.is_deleted, k.master_record_id, coalesce(account.id, any_account.id) as account_id,
    case when p.spot_1 % 5 > 2 then null when p.gender = 'f' then ['Ms.', 'Mrs.'][1 + p.spot_1 % 2] else 'Mr.' end as salutation,
    cased(nullif(p.given_text, ''), p.record_error) as first_name,
    if(p.spot_2 % 100 < 30, nullif(p.middle_name, ''), null) as middle_name, cased(p.family_text, p.record_error) as last_name,
    if(p.spot_2 % 10 < 7, nullif(p.name_suffix, ''), null) as suffix,
    trim(cased(coalesce(p.given_text, '') || ' ' || p.family_text, p.record_error)) as name, t.item as title,
    p.birth_date_said as birthdate, p.email_said as email,
    if(p.spot_3 % 10 < 7, phone_text(p.switchboard, p.country, p.phone_style), null) as phone,
    phone_text(p.phone_said, p.country, p.style) as mobile_phone,
    cased(street_line(p.street, p.house_number, p.unit, p.country) || if(p.unit <> '' and p.country <> 'GB', chr(10) || p.unit, ''), p.record_error) as mailing_street,
    cased(p.city, p.record_error) as mailing_city, p.region as mailing_state, p.region_code as mailing_state_code,
    p.postal_code as mailing_postal_code, country_name(p.country) as mailing_country, p.country as mailing_country_code,
    ['Web', 'Referral', 'Trade Show', 'Phone Inquiry', 'Partner'][1 + p.spot_2 % 5] as lead_source, p.spot_3 % 9 = 0 as has_opted_out_of_email,
    p.created_at as created_date, p.updated_at as last_modified_date, p.updated_at as system_modstamp, true as _fivetran_active, p.synced_at as _fivetran_synced
from person_records as p
inner join salesforce_keys as k using (record_number)
inner join choices as t on t.list = 'title' and t.slot = pick_short(draw(p.bits, 31))
left join salesforce_keys as account
    on account.entity_id = p.employer_entity_id and account.object = 'salesforce:account' and account.nth = 1 + p.spot_1 % 2
    and account.created_at < p.synced_at
left join salesforce_keys as any_account
    on any_account.entity_id = p.employer_entity_id and any_account.object = 'salesforce:account' and any_account.nth = 1
    and any_account.created_at < p.synced_at
where p.object = 'salesforce:contact'
order by k.id;

insert into salesforce.lead by name
select
    k.id, k.is_deleted, k.master_record_id,
    case when p.spot_1 % 5 > 1 then null when p.gender = 'f' then ['Ms.', 'Mrs.'][1 + p.spot_1 % 2] else 'Mr.' end as salutation,
    cased(nullif(p.given_text, ''), p.record_error) as first_name,
    if(p.spot_2 % 100 < 25, nullif(p.middle_name, ''), null) as middle_name,
    cased(p.family_text, p.record_error) as last_name, if(p.spot_2 % 10 < 6, nullif(p.name_suffix, ''), null) as suffix,
    trim(cased(coalesce(p.given_text, '') || ' ' || p.family_text, p.record_error)) as name,
    if(p.at_work, p.employer_name, null) as company,
    cased(street_line(p.street, p.house_number, p.unit, p.country) || if(p.unit <> '' and p.country <> 'GB', ', ' || p.unit, ''), p.record_error) as street,
    cased(p.city, p.record_error) as city, p.region as state, p.region_code as state_code, p.postal_code,
    if(p.spot_3 % 2 = 0, country_name(p.country), p.country) as country, p.country as country_code,
    if(p.at_work and p.spot_3 % 10 < 6, phone_text(p.switchboard, p.country, p.phone_style), if(p.spot_3 % 10 >= 6, phone_text(p.phone_said, p.country, p.phone_style), null)) as phone,
    if(p.spot_3 % 10 < 6, phone_text(p.phone_said, p.country, p.phone_style), null) as mobile_phone,
    p.email_said as email, ['Web', 'Referral', 'Trade Show', 'Advertisement'][1 + p.spot_2 % 4] as lead_source,
    if(converted.id is not null, 'Qualified', ['Open', 'Contacted', 'Unqualified'][1 + p.spot_1 % 3]) as status,
    converted.id is not null as is_converted, if(converted.id is not null, p.updated_at, null) as converted_date,
    converted.id as converted_contact_id, p.spot_3 % 9 = 0 as has_opted_out_of_email,
    p.created_at as created_date, p.updated_at as last_modified_date, p.updated_at as system_modstamp, true as _fivetran_active, p.synced_at as _fivetran_synced
from person_records as p
inner join salesforce_keys as k using (record_number)
left join salesforce_keys as converted
    on converted.entity_id = if(draw(p.bits, 32) < 120000, p.entity_id, null)
    and converted.object = 'salesforce:contact' and converted.nth = 1 and converted.created_at < p.synced_at
where p.object = 'salesforce:lead'
order by k.id;
