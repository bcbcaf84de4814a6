-- What an error does to a value. `spot` 0..999999 says where.
create temp macro _typo(value, place, spot) as case
    when spot % 4 = 0 then left(value, place - 1) || substr(value, place + 1)
    when spot % 4 = 1 then left(value, place) || substr(value, place)
    when spot % 4 = 2 then left(value, place - 1) || substr(value, place + 1, 1) || substr(value, place, 1) || substr(value, place + 2)
    else left(value, place - 1) || translate(substr(value, place, 1), 'aeioumnbdpt', 'eaauinmdbbd') || substr(value, place + 1)
end;
-- The first letter is seldom wrong: typos start at the second.
create temp macro typo(value, spot) as _typo(value, 2 + cast(spot // 4 % greatest(length(value) - 1, 1) as integer), spot);
create temp macro keyboard(value, spot) as left(value, cast(1 + spot % length(value) as integer) - 1)
    || translate(substr(value, cast(1 + spot % length(value) as integer), 1), 'qwertyuiopasdfghjklzxcvbnm', 'wqreyuiopoadfghjklkxzvbnmn')
    || substr(value, cast(1 + spot % length(value) as integer) + 1);
create temp macro ocr(value) as coalesce(
    nullif(replace(value, 'rn', 'm'), value), nullif(replace(value, 'm', 'rn'), value), nullif(replace(value, 'l', '1'), value),
    nullif(replace(value, 'o', '0'), value), nullif(replace(value, 'e', 'c'), value), value);
create temp macro phonetic(value) as coalesce(
    nullif(replace(value, 'ph', 'f'), value), nullif(replace(value, 'ck', 'k'), value), nullif(replace(value, 'th', 't'), value),
    nullif(replace(value, 'ei', 'ai'), value), nullif(replace(value, 'y', 'i'), value), nullif(replace(value, 'tt', 't'), value),
    nullif(replace(value, 'nn', 'n'), value), nullif(replace(value, 'ss', 's'), value), nullif(replace(value, 'z', 's'), value),
    nullif(replace(value, 'C', 'K'), value), nullif(replace(value, 'ie', 'i'), value), nullif(replace(value, 'v', 'b'), value), value);
create temp macro transliterated(value, spot) as if(spot % 3 = 0, strip_accents(replace(value, 'ß', 'ss')),
    strip_accents(replace(replace(replace(replace(replace(replace(replace(value, 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'Ä', 'Ae'),
        'Ö', 'Oe'), 'Ü', 'Ue'), 'ß', 'ss')));
-- One digit becomes the next one: at the end of a number, where no area or country is read from.
create temp macro digit(value, spot) as left(value, length(value) - 1 - spot % 4)
    || translate(substr(value, length(value) - spot % 4, 1), '0123456789', '1234567890')
    || right(value, spot % 4);
create temp macro cased(value, error) as case error when 'upper' then upper(value) when 'lower' then lower(value) else value end;

create temp macro short_street(street, country) as case country
    when 'US' then replace(replace(replace(replace(replace(replace(replace(street, 'Street', 'St'), 'Avenue', 'Ave'), 'Road', 'Rd'),
        'Drive', 'Dr'), 'Lane', 'Ln'), 'Court', 'Ct'), 'Boulevard', 'Blvd')
    when 'GB' then replace(replace(replace(replace(street, 'Street', 'St'), 'Road', 'Rd'), 'Avenue', 'Ave'), 'Lane', 'Ln')
    when 'DE' then replace(replace(street, 'straße', 'str.'), 'Straße', 'Str.')
    when 'FR' then replace(replace(replace(street, 'avenue', 'av.'), 'boulevard', 'bd'), 'rue', 'r.')
    else replace(replace(replace(street, 'Calle', 'C/'), 'Avenida', 'Avda.'), 'Plaza', 'Pza.')
end;
create temp macro street_line(street, house_number, unit, country) as case
    when house_number is null then street
    when country in ('US', 'FR') then house_number || ' ' || street
    when country = 'GB' and unit <> '' then unit || ', ' || house_number || ' ' || street
    when country = 'GB' then house_number || ' ' || street
    when country = 'ES' then street || ', ' || house_number
    else street || ' ' || house_number
end;

create temp macro calling_code(country) as
    case country when 'US' then '+1' when 'GB' then '+44' when 'DE' then '+49' when 'FR' then '+33' else '+34' end;
-- `area-subscriber` as people write it: +49 30 123456, 030/123456, (212) 555-1234, 0049301234567 ...
create temp macro _phone_text(area, subscriber, country, style) as case
    when style < 220000 then calling_code(country) || area || subscriber
    when style < 400000 then calling_code(country) || ' ' || area || ' ' || subscriber
    when country = 'US' and style < 650000 then '(' || area || ') ' || left(subscriber, 3) || '-' || substr(subscriber, 4)
    when country = 'US' and style < 800000 then area || '-' || left(subscriber, 3) || '-' || substr(subscriber, 4)
    when country = 'US' and style < 900000 then area || '.' || left(subscriber, 3) || '.' || substr(subscriber, 4)
    when country = 'US' then area || subscriber
    when style < 550000 then if(country = 'ES', '', '0') || area || ' ' || subscriber
    when style < 700000 then if(country = 'ES', '', '0') || area || subscriber
    when style < 800000 then if(country = 'ES', '', '0') || area || if(country = 'DE', '/', '-') || subscriber
    when style < 900000 and country <> 'ES' then calling_code(country) || ' (0)' || area || ' ' || subscriber
    else '00' || substr(calling_code(country), 2) || ' ' || area || ' ' || subscriber
end;
create temp macro phone_text(phone, country, style) as case
    when phone is null or phone not like '%-%' then phone
    else _phone_text(split_part(phone, '-', 1), split_part(phone, '-', 2), country, style)
end;
