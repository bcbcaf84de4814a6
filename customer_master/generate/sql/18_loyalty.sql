-- The loyalty programme: members who filled in a paper form, read by a scanner.
create temp macro member_number(key_number) as 'L' || lpad(cast(key_number as varchar), 9, '0');

insert into loyalty.loyalty_program_member by name
select
    member_number(key_number) as member_number,
    case when country in ('US', 'GB') then if(gender = 'f', 'Ms', 'Mr') when country = 'DE' then if(gender = 'f', 'Frau', 'Herr')
        when country = 'FR' then if(gender = 'f', 'Mme', 'M.') else if(gender = 'f', 'Sra.', 'Sr.') end as title,
    cased(nullif(given_text, ''), record_error) as first_name, cased(family_text, record_error) as last_name,
    case when birth_date_said is null then null when country = 'US' then strftime(birth_date_said, '%m/%d/%Y')
        else strftime(birth_date_said, '%d.%m.%Y') end as birth_date,
    lower(email_said) as email, phone_text(phone_said, country, phone_style) as mobile,
    cased(if(country in ('US', 'GB'), street_line(street, house_number, unit, country), street), record_error) as street,
    if(country in ('US', 'GB'), null, house_number) as house_number, postal_code, cased(city, record_error) as city, country as country_code,
    ['basic', 'silver', 'gold'][1 + spot_1 % 3] as tier, spot_2 % 5000 as points_balance,
    strftime(created_at, '%Y-%m-%d') as enrolled_on, if(spot_3 > 975000 or is_soft_deleted, 'closed', 'active') as status,
    strftime(updated_at, '%Y-%m-%d %H:%M:%S') as updated_at
from person_records
where object = 'loyalty:loyalty_program_member'
order by member_number;
