-- Shopify: whoever ordered in the shop, guests too, with an address book: the default address, and where gifts went.
create temp macro shopify_id(key_number) as 6200000000000 + key_number;
create temp macro shopify_address_id(key_number, place) as 7400000000000 + 10 * key_number + place;

create temp table shopify_records as
select
    *,
    spot_2 % 10 < 3 as is_guest,
    address_error is distinct from 'missing' as has_address,
    shopify_id(key_number) as id
from person_records
where object = 'shopify:customer';

insert into shopify.customer by name
select
    id, cased(nullif(given_text, ''), record_error) as first_name, cased(family_text, record_error) as last_name,
    email_said as email, if(is_guest, null, phone_text(phone_said, country, phone_style)) as phone,
    if(is_guest, 'disabled', 'enabled') as state, spot_1 % 10 < 7 as verified_email, false as tax_exempt,
    case country when 'US' then 'USD' when 'GB' then 'GBP' else 'EUR' end as currency, 1 + spot_3 % 9 as orders_count,
    round(19.9 * (1 + spot_1 % 40), 2) as total_spent, if(has_address, shopify_address_id(key_number, 1), null) as default_address_id,
    ['subscribed', 'not_subscribed', 'unsubscribed'][1 + spot_3 % 3] as email_marketing_consent_state,
    created_at, updated_at, spot_3 > 994000 or is_soft_deleted as _fivetran_deleted, synced_at as _fivetran_synced
from shopify_records
order by id;

insert into shopify.customer_address by name
select
    shopify_address_id(key_number, 1) as id, id as customer_id, cased(nullif(given_text, ''), record_error) as first_name,
    cased(family_text, record_error) as last_name, cast(null as varchar) as company,
    cased(street_line(street, house_number, if(country = 'GB', '', unit), country), record_error) as address_1,
    nullif(unit, '') as address_2, cased(city, record_error) as city, region as province, region_code as province_code,
    country_name(country) as country, country as country_code, postal_code as zip,
    if(spot_1 % 2 = 0, phone_text(phone_said, country, phone_style), null) as phone, true as is_default, synced_at as _fivetran_synced
from shopify_records
where has_address
union all
-- A present for somebody else, elsewhere in the country.
select
    shopify_address_id(r.key_number, 2), r.id, p.given_name, p.family_name, null,
    street_line(a.street, a.house_number, if(p.country = 'GB', '', a.unit), p.country), nullif(a.unit, ''), a.city, a.region,
    a.region_code, country_name(p.country), p.country, a.postal_code, null, false, r.synced_at
from shopify_records as r
inner join persons as p on p.entity_id = if(r.spot_3 % 100 < 6, r.entity_id + 7, null) and p.country = r.country
inner join addresses as a on a.address_id = p.address_id
order by id;
