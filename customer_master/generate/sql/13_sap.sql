-- SAP: customers (kna1) with their business partners (but000, tied by cvi_cust_link), partners that are no customers,
-- central addresses (adrc, adr6) and the customer hierarchy (knvh). Blank is '' and dates are YYYYMMDD.
create temp macro sap_kunnr(key_number) as lpad(cast(100000 + key_number as varchar), 10, '0');
create temp macro sap_partner(key_number) as lpad(cast(1000000000 + key_number as varchar), 10, '0');
create temp macro sap_date(value) as coalesce(strftime(value, '%Y%m%d'), '00000000');

create temp table sap_records as
select
    record_number, entity_id, object, bits, country, cased(coalesce(given_text, ''), record_error) as given_text,
    cased(coalesce(family_text, ''), record_error) as family_text, '' as organization_text, gender,
    if(bits % 4 = 0, former_family_name, null) as birth_name, if(bits % 5 < 2, middle_name, '') as middle_name,
    birth_date_said as birth_date, cast(null as integer) as founded_year, cased(street, record_error) as street, house_number,
    unit, cased(city, record_error) as city, region_code, postal_code,
    phone_text(phone_said, country, phone_style) as phone, email_said as email, '' as vat_id,
    if(coalesce(tax_number_error, '') = 'missing', '', coalesce(national_id, '')) as tax_number, '' as duns_number, cast(null as bigint) as parent_entity_id,
    key_number, created_at, updated_at, synced_at, is_soft_deleted, false as is_organization
from person_records
where object like 'sap:%'
union all
select
    record_number, entity_id, object, bits, country, '', '', cased(organization_text, record_error), '', null, '',
    null, founded_year, cased(street, record_error), house_number, unit, cased(city, record_error), region_code, postal_code,
    phone_text(phone_said, country, phone_style), email_said, coalesce(vat_said, ''), coalesce(registration_said, ''),
    if(bits % 2 = 0, coalesce(duns_number, ''), ''),
    parent_entity_id, key_number, created_at, updated_at, synced_at, is_soft_deleted, true
from organization_records
where object like 'sap:%';

create temp table sap_keys as
select
    record_number, entity_id, object, is_organization, created_at,
    sap_kunnr(key_number) as kunnr,
    sap_partner(key_number) as partner,
    lpad(cast(20000000 + key_number as varchar), 10, '0') as addrnumber,
    upper(left(md5('partner:' || key_number), 32)) as partner_guid,
    -- Some customers never became business partners; persons have their birth date there, so nearly all of them did.
    object = 'sap:but000' or draw(bits, 33) < if(is_organization, 800000, 950000) as has_partner,
    draw(bits, 34) < 15000 or is_soft_deleted as is_deleted,
    row_number() over (partition by entity_id, object order by record_number) as nth
from sap_records;

insert into sap.kna1 by name
select
    '100' as mandt, k.kunnr, s.country as land1,
    if(s.is_organization, left(s.organization_text, 35), trim(if(draw(s.bits, 35) < 300000, s.family_text || ', ' || s.given_text, s.given_text || ' ' || s.family_text))) as name1,
    if(s.is_organization, substr(s.organization_text, 36), '') as name2, '' as name3, '' as name4,
    coalesce(s.city, '') as ort01, '' as ort02, coalesce(s.postal_code, '') as pstlz, coalesce(s.region_code, '') as regio,
    upper(left(ascii(if(s.is_organization, s.organization_text, s.family_text)), 10)) as sortl,
    coalesce(street_line(s.street, s.house_number, s.unit, s.country), '') as stras, '' as pfach, '' as pstl2,
    coalesce(s.phone, '') as telf1, '' as telf2, '' as telfx, '' as knurl, k.addrnumber as adrnr,
    case when s.is_organization then case s.country when 'DE' then 'Firma' when 'FR' then 'Société' when 'ES' then 'Empresa' else 'Company' end
        when s.gender = 'f' then case s.country when 'DE' then 'Frau' when 'FR' then 'Mme' when 'ES' then 'Sra.' else 'Ms.' end
        else case s.country when 'DE' then 'Herr' when 'FR' then 'M.' when 'ES' then 'Sr.' else 'Mr.' end end as anred,
    upper(if(s.is_organization, s.organization_text, s.family_text)) as mcod1, '' as mcod2, upper(coalesce(s.city, '')) as mcod3,
    if(s.is_organization, '0001', '0007') as ktokd, case s.country when 'DE' then 'D' when 'FR' then 'F' when 'ES' then 'S' else 'E' end as spras,
    '' as lifnr, '' as konzs, if(s.is_organization, '', 'X') as stkzn, s.vat_id as stceg,
    if(s.country = 'US', '', s.tax_number) as stcd1, if(s.country = 'US', s.tax_number, '') as stcd2, '' as stcd3, '' as stcd4, '' as stcd5,
    s.duns_number as duns, '' as xcpdk, '' as aufsd, '' as faksd, '' as lifsd, '' as sperr, if(k.is_deleted, 'X', '') as loevm, '' as nodel, '' as cvp_xblck,
    sap_date(s.created_at) as erdat, 'BATCH' as ernam, sap_date(s.updated_at) as updat, strftime(s.updated_at, '%H%M%S') as uptim,
    s.record_number as _fivetran_rowid, false as _fivetran_deleted, s.synced_at as _fivetran_synced
from sap_records as s
inner join sap_keys as k using (record_number)
where s.object = 'sap:kna1'
order by k.kunnr;

insert into sap.adrc by name
select
    '100' as client, k.addrnumber, sap_date(s.created_at) as date_from, '' as nation, '99991231' as date_to, '' as title,
    if(s.is_organization, left(s.organization_text, 40), trim(s.given_text || ' ' || s.family_text)) as name1, '' as name2, '' as name3, '' as name4, '' as name_co,
    coalesce(s.city, '') as city1, '' as city2, coalesce(s.postal_code, '') as post_code1, '' as post_code2, '' as po_box,
    coalesce(s.street, '') as street, coalesce(s.house_number, '') as house_num1, coalesce(s.unit, '') as house_num2,
    '' as str_suppl1, '' as str_suppl2, '' as str_suppl3, '' as location, '' as building, '' as floor, '' as roomnumber,
    s.country, case s.country when 'DE' then 'D' when 'FR' then 'F' when 'ES' then 'S' else 'E' end as langu, coalesce(s.region_code, '') as region,
    upper(left(ascii(if(s.is_organization, s.organization_text, s.family_text)), 10)) as sort1, coalesce(s.phone, '') as tel_number,
    '' as tel_extens, '' as fax_number, '' as fax_extens, upper(left(if(s.is_organization, s.organization_text, s.family_text), 25)) as mc_name1,
    upper(coalesce(s.city, '')) as mc_city1, upper(coalesce(s.street, '')) as mc_street,
    s.record_number as _fivetran_rowid, false as _fivetran_deleted, s.synced_at as _fivetran_synced
from sap_records as s
inner join sap_keys as k using (record_number)
order by k.addrnumber;

insert into sap.adr6 by name
select
    '100' as client, k.addrnumber, '' as persnumber, sap_date(s.created_at) as date_from, '001' as consnumber, 'X' as flgdefault, '' as flg_nouse,
    if(s.is_organization, '', 'X') as home_flag, s.email as smtp_addr, upper(left(s.email, 20)) as smtp_srch,
    s.record_number as _fivetran_rowid, false as _fivetran_deleted, s.synced_at as _fivetran_synced
from sap_records as s
inner join sap_keys as k using (record_number)
where s.email is not null
order by k.addrnumber;

insert into sap.but000 by name
select
    '100' as client, k.partner, k.partner_guid, if(s.is_organization, '2', '1') as type, '' as bpkind, if(s.is_organization, 'ORG', 'PERS') as bu_group, '' as bpext,
    upper(left(ascii(if(s.is_organization, s.organization_text, s.family_text)), 20)) as bu_sort1, '' as bu_sort2,
    if(s.is_organization, '0003', if(s.gender = 'f', '0001', '0002')) as title, '' as title_aca1, if(k.is_deleted, 'X', '') as xdele, '' as xblck,
    left(s.organization_text, 40) as name_org1, substr(s.organization_text, 41) as name_org2, '' as name_org3, '' as name_org4, '' as legal_enty,
    '' as ind_sector, if(s.founded_year is not null and s.bits % 3 = 0, s.founded_year || '0101', '00000000') as found_dat, '00000000' as liquid_dat,
    case when s.country = 'ES' and contains(s.family_text, ' ') then split_part(s.family_text, ' ', 1) else s.family_text end as name_last,
    s.given_text as name_first, if(s.country = 'ES' and contains(s.family_text, ' '), substr(s.family_text, 2 + length(split_part(s.family_text, ' ', 1))), '') as name_lst2,
    coalesce(s.birth_name, '') as name_last2, coalesce(s.middle_name, '') as namemiddle, '' as name1_text, '' as nickname, '' as initials,
    case s.country when 'DE' then 'D' when 'FR' then 'F' when 'ES' then 'S' else 'E' end as langu_corr,
    if(s.gender = 'm', 'X', '') as xsexm, if(s.gender = 'f', 'X', '') as xsexf, if(s.gender = '', 'X', '') as xsexu, '' as marst, s.country as natio,
    sap_date(s.birth_date) as birthdt, '00000000' as deathdt, '' as persnumber, k.addrnumber as addrcomm, if(s.is_organization, '', 'X') as natpers,
    'BATCH' as crusr, sap_date(s.created_at) as crdat, strftime(s.created_at, '%H%M%S') as crtim, 'BATCH' as chusr, sap_date(s.updated_at) as chdat,
    strftime(s.updated_at, '%H%M%S') as chtim, s.record_number as _fivetran_rowid, false as _fivetran_deleted, s.synced_at as _fivetran_synced
from sap_records as s
inner join sap_keys as k using (record_number)
where k.has_partner
order by k.partner;

insert into sap.cvi_cust_link by name
select
    '100' as client, k.partner_guid, k.kunnr as customer, 'BATCH' as crusr, sap_date(s.created_at) as crdat, strftime(s.created_at, '%H%M%S') as crtim,
    s.record_number as _fivetran_rowid, false as _fivetran_deleted, s.synced_at as _fivetran_synced
from sap_records as s
inner join sap_keys as k using (record_number)
where k.has_partner and s.object = 'sap:kna1'
order by k.kunnr;

insert into sap.knvh by name
select
    '100' as mandt, 'A' as hityp, k.kunnr, '1000' as vkorg, '10' as vtweg, '00' as spart, sap_date(s.created_at) as datab, '99991231' as datbi,
    parent.kunnr as hkunnr, '1000' as hvkorg, '10' as hvtweg, '00' as hspart, '' as grpno, '' as bokre, '' as prfre, '01' as hzuor,
    s.record_number as _fivetran_rowid, false as _fivetran_deleted, s.synced_at as _fivetran_synced
from sap_records as s
inner join sap_keys as k using (record_number)
inner join sap_keys as parent on parent.entity_id = s.parent_entity_id and parent.object = 'sap:kna1' and parent.nth = 1
    and parent.created_at < s.synced_at
where s.object = 'sap:kna1'
order by k.kunnr;
