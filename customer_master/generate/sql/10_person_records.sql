-- What each record of a person says, before a system's own way of writing it.
create temp table person_records as
with placed as (
    select
        r.*, p.role, p.country, p.gender, p.unit_id, p.given_name, p.middle_name, p.family_name, p.former_family_name,
        p.name_suffix, p.birth_date, p.email, p.old_email, p.shared_email, p.mobile_phone, p.old_mobile_phone,
        p.home_phone, p.national_id, p.given_ascii, p.family_ascii,
        -- A contact's record is about work, a lead of one mostly so.
        r.kind = 'contact' and (r.object in ('salesforce:contact', 'hubspot:contact')
            or (r.object in ('salesforce:lead', 'zendesk:user') and r.style < 700000)) as at_work,
        if(r.employer_error = 'old', coalesce(p.former_employer_entity_id, p.employer_entity_id), p.employer_entity_id)
            as employer_entity_id,
        if(r.address_error = 'old', coalesce(p.old_address_id, p.address_id), p.address_id) as home_address_id,
        p.valid_from
    from records as r
    asof inner join person_versions as p on p.entity_id = r.entity_id and r.known_day >= p.valid_from
),

employed as (
    select
        p.*, c.organization_name as employer_name, c.phone as switchboard, c.domain as employer_domain,
        if(p.at_work, c.address_id, p.home_address_id) as address_id,
        nick.nickname,
        greatest(p.touched_day, learned_day(greatest(p.valid_from, if(p.at_work, coalesce(s.day, 0), 0), if(p.at_work, coalesce(c.valid_from, 0), 0)),
            p.arrival_day, p.refresh_offset, p.refresh_days)) as changed_day
    from placed as p
    -- Who works for a company that became part of another works for that one.
    left join successions as s
        on s.entity_id = p.employer_entity_id and s.event = 'merged' and s.day <= p.known_day
    asof left join company_versions as c
        on c.entity_id = coalesce(s.successor_entity_id, p.employer_entity_id) and p.known_day >= c.valid_from
    left join nicknames as nick
        on nick.name = if(p.given_name_error = 'nickname', lower(p.given_name), null)
        and nick.choice = cast(p.spot_1 % 4 % 3 as varchar)
),

named as (
    select
        *,
        case given_name_error
            when 'typo' then typo(given_name, spot_1)
            when 'keyboard' then keyboard(given_name, spot_1)
            when 'ocr' then ocr(given_name)
            when 'phonetic' then phonetic(given_name)
            when 'nickname' then coalesce(nickname, given_name)
            when 'initial' then left(given_name, 1) || '.'
            when 'middle_added' then given_name || if(middle_name = '', '', ' ' || if(spot_1 % 2 = 0, middle_name, left(middle_name, 1) || '.'))
            when 'transliterated' then transliterated(given_name, spot_1)
            when 'missing' then ''
            when 'junk' then ['n/a', 'Test', 'xxx', 'unknown'][1 + spot_1 % 4]
            else given_name
        end as given_said,
        case family_name_error
            when 'typo' then typo(family_name, spot_2)
            when 'keyboard' then keyboard(family_name, spot_2)
            when 'ocr' then ocr(family_name)
            when 'phonetic' then phonetic(family_name)
            when 'former' then coalesce(former_family_name, family_name)
            when 'transliterated' then transliterated(family_name, spot_2)
            when 'hyphenated' then if(former_family_name is null, family_name, former_family_name || '-' || family_name)
            when 'first_part' then if(country = 'ES', split_part(family_name, ' ', 1), family_name)
            else family_name
        end as family_said,
        if(at_work, case spot_3 % 3 when 0 then left(given_ascii, 1) || family_ascii else given_ascii || '.' || family_ascii end
            || '@' || employer_domain, email) as own_email
    from employed
),

said as (
    select
        n.*,
        if(family_name_error = 'swapped', family_said, given_said) as given_text,
        if(family_name_error = 'swapped', given_said, family_said) as family_text,
        case birth_date_error
            when 'missing' then null
            when 'junk' then date '1900-01-01'
            when 'first_of_year' then make_date(year(birth_date), 1, 1)
            when 'day_month' then if(day(birth_date) <= 12, make_date(year(birth_date), day(birth_date), month(birth_date)), birth_date)
            when 'digit' then birth_date + [1, -1, 10, -10, 365, 3653][1 + spot_3 % 6]
            else birth_date
        end as birth_date_said,
        case email_error
            when 'missing' then null
            when 'junk' then ['test@test.com', 'noemail@example.com', 'none@none.com', 'n/a', 'info@info.com'][1 + spot_3 % 5]
            when 'typo' then typo(split_part(own_email, '@', 1), spot_3) || '@' || split_part(own_email, '@', 2)
            when 'domain_typo' then split_part(own_email, '@', 1) || '@'
                || coalesce(nullif(replace(split_part(own_email, '@', 2), 'mail', 'mial'), split_part(own_email, '@', 2)),
                    replace(split_part(own_email, '@', 2), '.', ',')) 
            when 'old' then if(at_work, own_email, old_email)
            when 'shared' then if(at_work, own_email, coalesce(shared_email, own_email))
            when 'plus_tag' then if(own_email like '%gmail.com', replace(own_email, '@', '+shop@'), own_email)
            when 'upper' then upper(own_email)
            else own_email
        end as email_said,
        case phone_error
            when 'missing' then null
            when 'junk' then ['000000', '0', '1234567890', '999999999', 'n/a'][1 + spot_1 % 5]
            when 'digit' then digit(mobile_phone, spot_2)
            when 'old' then old_mobile_phone
            when 'shared' then coalesce(home_phone, mobile_phone)
            else mobile_phone
        end as phone_said
    from named as n
)

select
    s.* exclude (given_said, family_said, own_email, given_ascii, family_ascii, nickname, email, old_email, shared_email,
        old_mobile_phone, home_phone)
        replace (if(changed_day > 0, learned_at(changed_day, bits), updated_at) as updated_at),
    synced_at(changed_day) as synced_at,
    case when address_error = 'missing' then null when street_error = 'typo' then typo(a.street, spot_3)
        when street_error = 'short' then short_street(a.street, s.country) else a.street end as street,
    if(address_error = 'missing' or street_error = 'no_number', null, a.house_number) as house_number,
    if(address_error = 'missing' or street_error = 'no_number' or unit_error = 'missing', '', a.unit) as unit,
    case when address_error = 'missing' then null when city_error = 'typo' then typo(a.city, spot_3)
        when city_error = 'other' then coalesce(a.alias, transliterated(a.city, spot_3)) else a.city end as city,
    if(address_error = 'missing', null, a.region) as region,
    if(address_error = 'missing', null, a.region_code) as region_code,
    case when address_error = 'missing' or postal_code_error = 'missing' then null
        when postal_code_error = 'digit' and s.country <> 'GB' then digit(a.postal_code, spot_2) else a.postal_code end
        as postal_code
from said as s
inner join addresses as a on a.address_id = s.address_id;
