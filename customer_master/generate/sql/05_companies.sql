-- Organizations: names, domains, phones and valid tax numbers. Subsidiaries carry the group's name, franchises a
-- brand's, same-name companies another's name under another tax number, and split-offs most of the name of their origin.
create temp macro ascii(value) as regexp_replace(
    strip_accents(replace(replace(replace(replace(replace(replace(lower(value), 'ß', 'ss'), 'ä', 'ae'), 'ö', 'oe'),
        'ü', 'ue'), 'ı', 'i'), 'ø', 'o')), '[^a-z0-9]', '', 'g');

-- Phones are kept as `area-subscriber`, digits only; a macro writes them the way each system does.
create temp macro landline(country, area, drawn) as area || '-' || case country
    when 'US' then cast(200 + drawn % 800 as varchar) || lpad(cast(drawn // 100 % 10000 as varchar), 4, '0')
    when 'GB' then lpad(cast(200000 + drawn * 7 % 700000 as varchar), 6, '0')
        || if(length(area) = 2, lpad(cast(drawn % 100 as varchar), 2, '0'), if(length(area) = 3, cast(drawn % 10 as varchar), ''))
    when 'DE' then cast(200000 + drawn * 3 % 7000000 as varchar)
    when 'FR' then cast(30000000 + drawn * 61 % 39999989 as varchar)
    else lpad(cast(200000 + drawn * 7 % 799999 as varchar), cast(9 - length(area) as integer), '0')
end;
create temp macro mobile(country, area, drawn, other) as case country
    when 'US' then area || '-' || cast(200 + other % 800 as varchar) || lpad(cast(drawn % 10000 as varchar), 4, '0')
    when 'GB' then '7' || ['4', '5', '7', '8', '9'][1 + other % 5] || lpad(cast(other // 10 % 100 as varchar), 2, '0')
        || '-' || lpad(cast(drawn as varchar), 6, '0')
    when 'DE' then ['151', '152', '157', '160', '170', '171', '172', '175', '176', '179'][1 + other % 10]
        || '-' || cast(1 + other // 10 % 9 as varchar) || lpad(cast(drawn as varchar), 6, '0')
    when 'FR' then ['6', '6', '7'][1 + other % 3] || '-' || cast(10 + other // 10 % 80 as varchar) || lpad(cast(drawn as varchar), 6, '0')
    else ['60', '61', '62', '63', '64', '65', '66', '67', '68', '69'][1 + other % 10] || '-'
        || cast(other // 10 % 10 as varchar) || lpad(cast(drawn as varchar), 6, '0')
end;

create temp table named_companies as
with companies as (
    select
        p.entity_id, p.role, p.unit_id, p.unit_entity_id, p.bits, u.country, a.city, a.area_code,
        if(p.role in ('same_building', 'franchise'), p.bits, u.bits) as name_bits
    from parties as p
    inner join units as u using (unit_id)
    inner join addresses as a on a.address_id = 10 * p.entity_id + 4
    where p.kind = 'organization'
),

worded as (
    select
        c.*, draw(c.name_bits, 20) as name_draw, family.item as family, second.item as second,
        industry.item as industry, adjective.item as adjective, firm.item as family_firm, brand.item as brand,
        group_word.item as group_word, legal.item as legal_form,
        s1.item || s2.item || if(draw(c.name_bits, 27) < 600000, s3.item, '') as coined
    from companies as c
    inner join choices as family on family.list = 'family' and family.key = c.country and family.slot = pick(draw(c.name_bits, 3))
    inner join choices as second on second.list = 'family' and second.key = c.country and second.slot = pick(draw(c.name_bits, 4))
    inner join choices as industry on industry.list = 'industry' and industry.key = c.country and industry.slot = pick_short(draw(c.name_bits, 21))
    inner join choices as adjective on adjective.list = 'adjective' and adjective.key = c.country and adjective.slot = pick_short(draw(c.name_bits, 22))
    inner join choices as firm on firm.list = 'family_firm' and firm.key = c.country and firm.slot = pick_short(draw(c.name_bits, 23))
    inner join choices as s1 on s1.list = 'syllable_1' and s1.slot = pick_short(draw(c.name_bits, 24))
    inner join choices as s2 on s2.list = 'syllable_2' and s2.slot = pick_short(draw(c.name_bits, 25))
    inner join choices as s3 on s3.list = 'syllable_3' and s3.slot = pick_short(draw(c.name_bits, 26))
    inner join choices as brand on brand.list = 'brand' and brand.slot = pick_short(draw(c.name_bits, 28))
    inner join choices as group_word on group_word.list = 'group_word' and group_word.key = c.country and group_word.slot = pick_short(draw(c.bits, 29))
    inner join choices as legal on legal.list = 'legal_form' and legal.key = c.country and legal.slot = pick_short(draw(c.bits, 30))
),

based as (
    select
        *,
        case
            when role = 'franchise' then brand || ' ' || city
            when name_draw < 240000 then family || ' ' || industry
            when name_draw < 330000 then replace(family_firm, '{}', family)
            when name_draw < 400000 then family || ' & ' || second || if(name_draw % 2 = 0, ' ' || industry, '')
            when name_draw < 640000 then coined || ' ' || industry
            when name_draw < 760000 then coined
            when name_draw < 890000 then adjective || ' ' || industry
            else city || ' ' || industry
        end as base_name
    from worded
)

select
    entity_id, role, unit_id, unit_entity_id, bits, country, city, area_code, family, industry, legal_form,
    case
        when role not in ('subsidiary', 'split_off') then base_name
        when name_draw < 240000 then family || ' ' || group_word
        when name_draw >= 400000 and name_draw < 760000 then coined || ' ' || group_word
        else base_name || ' ' || group_word
    end as organization_name,
    -- A group has one domain; a same-name company has its own, which looks the same.
    case
        when role = 'franchise' then ascii(brand) || '-' || ascii(city)
        when role = 'same_name' then ascii(base_name) || '-' || ascii(city)
        when role = 'split_off' then ascii(base_name) || '-' || ascii(group_word)
        else ascii(base_name)
    end || case country when 'US' then '.com' when 'GB' then '.co.uk' when 'DE' then '.de' when 'FR' then '.fr' else '.es' end
        as wanted_domain
from based;

create temp table companies as
with domains as (
    -- Two companies of one name in one country cannot have one domain: the second adds a number.
    select
        unit_or_own, wanted_domain,
        row_number() over (partition by wanted_domain order by unit_or_own) as nth
    from (
        select distinct if(role = 'subsidiary', unit_entity_id, entity_id) as unit_or_own, wanted_domain
        from named_companies
    )
),

numbered as (
    select
        n.*, if(d.nth = 1, n.wanted_domain, replace(n.wanted_domain, '.', d.nth || '.')) as domain,
        -- One number a company, never twice: multiplication by a prime permutes.
        cast(1000000 + (n.entity_id * 48271) % 8999993 as varchar) as seven,
        cast(10000000 + (n.entity_id * 48271) % 79999987 as varchar) as eight
    from named_companies as n
    inner join domains as d
        on d.unit_or_own = if(n.role = 'subsidiary', n.unit_entity_id, n.entity_id) and d.wanted_domain = n.wanted_domain
),

checked as (
    select
        *,
        cast(seven as bigint) as number_7,
        -- Germany: ISO 7064 mod 11, 10. France: Luhn. Spain: the doubled odd digits. Britain: mod 97 of weights 8..2.
        (11 - list_reduce(list_prepend(10, [cast(x as bigint) for x in string_split(eight, '')]),
            lambda p, d: 2 * if((p + d) % 10 = 0, 10, (p + d) % 10) % 11)) % 10 as check_de,
        (10 - list_sum([if(i % 2 = 0, cast(eight[i] as bigint) * 2 - if(eight[i] > '4', 9, 0), cast(eight[i] as bigint))
            for i in range(1, 9)]) % 10) % 10 as check_fr,
        (10 - list_sum([if(i % 2 = 1, cast(seven[i] as bigint) * 2 - if(seven[i] > '4', 9, 0), cast(seven[i] as bigint))
            for i in range(1, 8)]) % 10) % 10 as check_es,
        97 - list_sum([cast(seven[i] as bigint) * (9 - i) for i in range(1, 8)]) % 97 as check_gb
    from numbered
)

select
    * exclude (seven, eight, number_7, wanted_domain, check_de, check_fr, check_es, check_gb),
    case country
        when 'DE' then 'DE' || eight || check_de
        when 'FR' then 'FR' || lpad(cast((12 + 3 * (cast(eight || check_fr as bigint) % 97)) % 97 as varchar), 2, '0') || eight || check_fr
        when 'ES' then 'ES' || if(legal_form = 'S.A.', 'A', 'B') || seven || check_es
        when 'GB' then 'GB' || seven || lpad(cast(check_gb as varchar), 2, '0')
    end as vat_id,
    case country
        when 'US' then ['12', '20', '26', '27', '36', '45', '46', '47', '52', '59'][1 + draw(bits, 31) % 10] || '-' || seven
        when 'GB' then lpad(cast(number_7 % 9999991 as varchar), 8, '0')
        when 'DE' then 'HRB ' || (number_7 % 300000)
        when 'FR' then eight || check_fr
        else if(legal_form = 'S.A.', 'A', 'B') || seven || check_es
    end as registration_number,
    if(draw(bits, 32) < 400000, cast(100000000 + (entity_id * 48271) % 899999981 as varchar), null) as duns_number,
    1950 + draw(bits, 33) // 13700 as founded_year,
    landline(country, area_code, if(role in ('subsidiary'), draw(name_bits_of_group, 34), draw(bits, 34))) as phone,
    landline(country, area_code, draw(bits, 35)) as old_phone,
    ['info', 'office', 'contact', 'sales', 'accounts'][1 + draw(bits, 36) % 5] || '@' || domain as email,
    10 * entity_id + 4 as address_id,
    if(role <> 'same_building' and draw(bits, 37) < 160000, 10 * entity_id + 5, null) as old_address_id
from (select c.*, u.bits as name_bits_of_group from checked as c inner join units as u using (unit_id));
