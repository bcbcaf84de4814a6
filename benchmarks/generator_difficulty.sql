-- One flat table of persons and one of organizations, cleaned as simply as a careful person would for Splink.
create macro digits(phone, country) as right(regexp_replace(coalesce(phone, ''), '[^0-9]', '', 'g'), 9);
create macro clean(value) as nullif(trim(regexp_replace(strip_accents(lower(value)), '[^a-z0-9 ]', ' ', 'g')), '');
create macro core(value) as nullif(trim(regexp_replace(
    regexp_replace(' ' || replace(strip_accents(lower(value)), '.', '') || ' ',
        ' (inc|incorporated|llc|limited liability company|corp|corporation|co|company|ltd|limited|plc|llp|cic|gmbh|mbh|ag|kg|ohg|ug|ek|ev|sarl|sas|sa|eurl|sci|sl|slu|sociedad limitada|sociedad anonima) ', ' ', 'g'),
    '[^a-z0-9]+', ' ', 'g')), '');
create macro street_name(line) as nullif(trim(regexp_replace(regexp_replace(clean(line),
    '(^| )(apt|flat|suite) .*', ''), '[0-9]+[a-z]?', '', 'g')), '');
create macro junk(value) as if(value in ('test@test.com', 'noemail@example.com', 'none@none.com', 'n/a', 'info@info.com'), null, value);

create table flat as
with people as (
    select 'salesforce:contact:' || c.id as record_id, 'person' as party_type, first_name as given, last_name as family,
        cast(birthdate as varchar) as birth_date, email, coalesce(c.mobile_phone, c.phone) as phone, mailing_street as line,
        mailing_city as city, mailing_postal_code as postal, mailing_country_code as country, a.name as company, null as tax_number
    from raw.salesforce.contact c left join raw.salesforce.account a on a.id = c.account_id
    union all
    select 'salesforce:lead:' || id, 'person', first_name, last_name, null, email, coalesce(mobile_phone, phone), street, city,
        postal_code, country_code, company, null from raw.salesforce.lead
    union all
    select 'salesforce:account:' || id, 'organization', null, null, null, billing_email_c, phone, billing_street, billing_city,
        billing_postal_code, coalesce(billing_country_code, 'XX'), name, coalesce(vat_number_c, registration_number_c) from raw.salesforce.account
    union all
    select 'sap:kna1:' || k.kunnr, if(k.stkzn = 'X', 'person', 'organization'), coalesce(b.name_first, split_part(k.name1, ' ', 1)),
        coalesce(trim(b.name_last || ' ' || b.name_lst2), regexp_replace(k.name1, '^[^ ]* ', '')),
        case when b.birthdt > '19000101' then b.birthdt[1:4] || '-' || b.birthdt[5:6] || '-' || b.birthdt[7:8] end, m.smtp_addr, k.telf1, k.stras, k.ort01, k.pstlz, k.land1,
        if(k.stkzn = 'X', null, k.name1 || k.name2), nullif(coalesce(nullif(k.stceg, ''), k.stcd1 || k.stcd2), '')
    from raw.sap.kna1 k
    left join raw.sap.cvi_cust_link l on l.customer = k.kunnr
    left join raw.sap.but000 b on b.partner_guid = l.partner_guid
    left join raw.sap.adr6 m on m.addrnumber = k.adrnr
    union all
    select 'sap:but000:' || b.partner, if(b.type = '1', 'person', 'organization'), b.name_first, trim(b.name_last || ' ' || b.name_lst2),
        case when b.birthdt > '19000101' then b.birthdt[1:4] || '-' || b.birthdt[5:6] || '-' || b.birthdt[7:8] end, m.smtp_addr, a.tel_number, a.house_num1 || ' ' || a.street, a.city1,
        a.post_code1, a.country, if(b.type = '1', null, b.name_org1 || b.name_org2), null
    from raw.sap.but000 b left join raw.sap.adrc a on a.addrnumber = b.addrcomm left join raw.sap.adr6 m on m.addrnumber = b.addrcomm
    where b.partner_guid not in (select partner_guid from raw.sap.cvi_cust_link)
    union all
    select 'stripe:customer:' || id, t.party_type,
        regexp_extract(name, '^([^ ]+) ', 1), regexp_replace(name, '^[^ ]+ ', ''),
        cast(cast(coalesce(try_strptime(metadata_date_of_birth, '%Y-%m-%d'), try_strptime(metadata_date_of_birth, '%d.%m.%Y'),
            if(address_country = 'US', try_strptime(metadata_date_of_birth, '%m/%d/%Y'), try_strptime(metadata_date_of_birth, '%d/%m/%Y'))) as date) as varchar), email, phone, address_line_1, address_city, address_postal_code, address_country,
        if(t.party_type = 'organization', name, null), tax_info_tax_id
    from raw.stripe.customer s join raw.truth.records t on t.record_id = 'stripe:customer:' || s.id
)

select
    record_id as unique_id, party_type, clean(given) as given, clean(family) as family,
    if(birth_date like '1900%', null, birth_date) as birth_date, junk(lower(email)) as email,
    if(length(digits(phone, country)) < 7 or digits(phone, country) in ('234567890', '999999999'), null, digits(phone, country)) as phone,
    street_name(line) as street, regexp_extract(line, '[0-9]+') as house_number, clean(city) as city,
    nullif(upper(replace(postal, ' ', '')), '') as postal, country, core(company) as company,
    nullif(regexp_replace(upper(tax_number), '[^A-Z0-9]', '', 'g'), '') as tax_number
from people;

create table persons as from flat where party_type = 'person';
create table organizations as from flat where party_type = 'organization';
