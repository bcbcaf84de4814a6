-- What each record of an organization says, before a system's own way of writing it.
create temp table organization_records as
with placed as (
    select
        r.*, c.role, c.unit_id, c.unit_entity_id, c.country, c.industry, c.organization_name, c.legal_form, c.domain,
        c.vat_id, c.registration_number, c.duns_number, c.founded_year, c.phone, c.old_phone, c.email, c.parent_entity_id,
        greatest(r.touched_day, learned_day(greatest(c.valid_from, r.described_since), r.arrival_day, r.refresh_offset, r.refresh_days))
            as changed_day,
        if(r.address_error = 'old', coalesce(c.old_address_id, c.address_id), c.address_id) as address_id,
        f.text as legal_form_variant
    from records as r
    asof inner join company_versions as c on c.entity_id = r.described_entity_id and r.known_day >= c.valid_from
    left join (select *, count(*) over (partition by country, legal_form) as variants from legal_form_texts) as f
        on f.country = c.country and f.legal_form = c.legal_form and f.variant = r.spot_1 % f.variants
),

named as (
    select
        *,
        case organization_name_error
            when 'typo' then typo(organization_name, spot_1)
            when 'keyboard' then keyboard(organization_name, spot_1)
            when 'ocr' then ocr(organization_name)
            when 'transliterated' then transliterated(organization_name, spot_1)
            when 'short' then if(length(organization_name) - length(replace(organization_name, ' ', '')) >= 2,
                regexp_replace(organization_name, ' [^ ]+$', ''), organization_name)
            when 'and' then replace(organization_name, ' & ', case country when 'DE' then ' und ' when 'FR' then ' et ' when 'ES' then ' y ' else ' and ' end)
            when 'upper' then upper(organization_name)
            else organization_name
        end || case legal_form_error when 'missing' then '' when 'variant' then ' ' || legal_form_variant else ' ' || legal_form end
            as organization_text
    from placed
)

select
    n.* exclude (phone, old_phone, email, vat_id, registration_number)
        replace (if(changed_day > 0, learned_at(changed_day, bits), updated_at) as updated_at),
    synced_at(changed_day) as synced_at,
    case phone_error
        when 'missing' then null
        when 'junk' then ['000000', '0', '1234567890', '999999999', 'n/a'][1 + spot_1 % 5]
        when 'digit' then digit(phone, spot_2)
        when 'old' then if(spot_2 % 2 = 0, phone, old_phone)
        else phone
    end as phone_said,
    case email_error
        when 'missing' then null
        when 'junk' then ['test@test.com', 'noemail@example.com', 'none@none.com', 'n/a', 'info@info.com'][1 + spot_3 % 5]
        when 'old' then ['billing', 'ap', 'orders', 'hello'][1 + spot_3 % 4] || '@' || domain
        else email
    end as email_said,
    case tax_number_error
        when 'missing' then null
        when 'digit' then digit(vat_id, spot_2)
        when 'spaced' then left(vat_id, 2) || ' ' || substr(vat_id, 3, 3) || ' ' || substr(vat_id, 6, 3) || ' ' || substr(vat_id, 9)
        else vat_id
    end as vat_said,
    if(tax_number_error = 'missing', null, registration_number) as registration_said,
    case when address_error = 'missing' then null when street_error = 'typo' then typo(a.street, spot_3)
        when street_error = 'short' then short_street(a.street, n.country) else a.street end as street,
    if(address_error = 'missing' or street_error = 'no_number', null, a.house_number) as house_number,
    if(address_error = 'missing' or street_error = 'no_number' or unit_error = 'missing', '', a.unit) as unit,
    case when address_error = 'missing' then null when city_error = 'typo' then typo(a.city, spot_3)
        when city_error = 'other' then coalesce(a.alias, transliterated(a.city, spot_3)) else a.city end as city,
    if(address_error = 'missing', null, a.region) as region,
    if(address_error = 'missing', null, a.region_code) as region_code,
    case when address_error = 'missing' or postal_code_error = 'missing' then null
        when postal_code_error = 'digit' and n.country <> 'GB' then digit(a.postal_code, spot_2) else a.postal_code end
        as postal_code
from named as n
inner join addresses as a on a.address_id = n.address_id;
