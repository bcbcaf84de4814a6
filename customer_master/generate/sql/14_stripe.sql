-- Stripe: whoever paid online, by one name field.
create temp macro stripe_id(key_number) as 'cus_' || left(md5('stripe:' || key_number), 8) || lpad(upper(to_base(key_number, 36)), 6, '0');

insert into stripe.customer by name
with customers as (
    select
        record_number, key_number, country, spot_1, spot_2, spot_3, created_at, synced_at, is_soft_deleted,
        cased(trim(coalesce(given_text, '') || ' ' || coalesce(family_text, '') || if(spot_2 % 10 < 4 and name_suffix <> '', ' ' || name_suffix, '')), record_error) as name,
        email_said, phone_text(phone_said, country, phone_style) as phone, street, house_number, unit, city, region, region_code, postal_code,
        birth_date_said, cast(null as varchar) as company, cast(null as varchar) as tax_id
    from person_records
    where object = 'stripe:customer'
    union all
    select
        record_number, key_number, country, spot_1, spot_2, spot_3, created_at, synced_at, is_soft_deleted, cased(organization_text, record_error), email_said,
        phone_text(phone_said, country, phone_style), street, house_number, unit, city, region, region_code, postal_code,
        null, organization_text, vat_said
    from organization_records
    where object = 'stripe:customer'
)

select
    stripe_id(key_number) as id, 0 as account_balance, 0 as balance, city as address_city, country as address_country,
    street_line(street, house_number, if(country = 'GB', '', unit), country) as address_line_1,
    nullif(unit, '') as address_line_2, postal_code as address_postal_code, coalesce(region_code, region) as address_state,
    created_at as created, case country when 'US' then 'usd' when 'GB' then 'gbp' else 'eur' end as currency, spot_1 % 50 = 0 as delinquent,
    if(spot_1 % 4 = 0, 'Online shop', null) as description, email_said as email, upper(left(md5('invoice:' || key_number), 8)) as invoice_prefix,
    spot_3 > 992000 or is_soft_deleted as is_deleted, true as livemode,
    -- Dates as the checkout of the country wrote them.
    case when birth_date_said is null then null when spot_2 % 4 = 0 then strftime(birth_date_said, '%Y-%m-%d')
        when country = 'US' then strftime(birth_date_said, '%m/%d/%Y') when country = 'DE' then strftime(birth_date_said, '%d.%m.%Y')
        else strftime(birth_date_said, '%d/%m/%Y') end as metadata_date_of_birth,
    if(spot_3 % 3 = 0, company, null) as metadata_company, name, phone, 'none' as tax_exempt, tax_id as tax_info_tax_id,
    if(tax_id is null, null, if(country = 'GB', 'gb_vat', 'eu_vat')) as tax_info_type,
    if(tax_id is null, null, if(spot_1 % 3 = 0, 'verified', 'unverified')) as tax_info_verification_status,
    synced_at as _fivetran_synced
from customers
order by id;
