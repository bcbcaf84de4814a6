-- Persons: consumers in households, and the contacts of companies.
create temp table named_persons as
with members as (
    select
        p.entity_id, p.kind, p.role, p.bits, p.unit_id, p.unit_entity_id, u.country, u.bits as unit_bits,
        u.family_name as unit_family, u.second_family_name as unit_second,
        bool_or(p.role = 'junior') over (partition by p.unit_id) as has_junior
    from parties as p
    inner join units as u using (unit_id)
    where p.kind <> 'organization'
),

gendered as (
    select
        *,
        case
            when role in ('head', 'junior') and has_junior then 'm'
            when role in ('head', 'junior') then if(draw(unit_bits, 12) < 500000, 'm', 'f')
            -- Partners are mostly of the other gender than the head.
            when role = 'partner' then if((has_junior or draw(unit_bits, 12) < 500000) = (draw(bits, 6) < 930000), 'f', 'm')
            else if(draw(bits, 6) < 500000, 'm', 'f')
        end as gender,
        -- Father and son of one name: the given name comes from what the household shares.
        if(role = 'junior' or (role = 'head' and has_junior), draw(unit_bits, 11), draw(bits, 1)) as given_draw,
        case
            when role in ('head', 'child', 'twin', 'junior', 'grandparent', 'sibling') then true
            when role = 'partner' then country <> 'ES' and draw(bits, 7) < 780000
            when role = 'employee' then draw(bits, 7) < 60000
            else false
        end as has_unit_family
    from members
)

select
    g.*, initcap_name.item as given_name, own.item as own_family, own_second.item as own_second,
    case
        when g.country = 'US' and draw(g.bits, 8) < 420000 then middle.item
        when g.country = 'GB' and draw(g.bits, 8) < 300000 then middle.item
        when g.country in ('FR', 'DE') and draw(g.bits, 8) < 120000 then middle.item
        else ''
    end as middle_name
from gendered as g
inner join choices as initcap_name
    on initcap_name.list = 'given' and initcap_name.key = g.country || '_' || g.gender and initcap_name.slot = pick(g.given_draw)
inner join choices as middle on middle.list = 'given' and middle.key = g.country || '_' || g.gender and middle.slot = pick(draw(g.bits, 2))
inner join choices as own on own.list = 'family' and own.key = g.country and own.slot = pick(draw(g.bits, 3))
inner join choices as own_second on own_second.list = 'family' and own_second.key = g.country and own_second.slot = pick(draw(g.bits, 4));

create temp table persons as
with described as (
    select
        n.*,
        case
            when n.country = 'ES' and n.has_unit_family then n.unit_family || ' ' || n.unit_second
            when n.country = 'ES' then n.own_family || ' ' || n.own_second
            when n.has_unit_family then n.unit_family
            else n.own_family
        end as family_name,
        -- The name before marriage; who kept hers has none.
        if(n.role = 'partner' and n.has_unit_family, n.own_family, null) as former_family_name,
        case
            when n.country = 'US' and n.role = 'junior' then 'Jr.'
            when n.country = 'US' and n.role = 'head' and n.has_junior and draw(n.bits, 9) < 500000 then 'Sr.'
            else ''
        end as name_suffix,
        date '1946-01-01' + cast(draw_between(n.unit_bits, 10, 0, 19700) as integer) as head_birth_date
    from named_persons as n
),

dated as (
    select
        * exclude (head_birth_date),
        case role
            when 'head' then head_birth_date
            when 'partner' then head_birth_date + cast(draw_between(bits, 10, -2600, 2600) as integer)
            when 'sibling' then head_birth_date + cast(draw_between(bits, 10, 400, 3000) as integer)
            when 'grandparent' then head_birth_date - cast(draw_between(bits, 10, 7500, 11500) as integer)
            -- Children who are customers are grown up.
            when 'twin' then least(head_birth_date + 9000, date '2006-06-30') - cast(draw_between(unit_bits, 13, 0, 1500) as integer)
            when 'child' then least(head_birth_date + 10000, date '2006-06-30') - cast(draw_between(bits, 10, 0, 3000) as integer)
            when 'junior' then least(head_birth_date + 10000, date '2006-06-30') - cast(draw_between(bits, 10, 0, 2500) as integer)
            else date '1950-01-01' + cast(draw_between(bits, 10, 0, 19500) as integer)
        end as birth_date
    from described
),

reachable as (
    select
        d.*, home.area_code, provider.item as provider, old_provider.item as old_provider,
        ascii(d.given_name) as given_ascii, ascii(split_part(d.family_name, ' ', 1)) as family_ascii
    from dated as d
    inner join addresses as home
        on home.address_id = if(d.kind = 'consumer', 10 * d.unit_id + 1, 10 * d.entity_id + 3)
    inner join choices as provider on provider.list = 'email_provider' and provider.key = d.country and provider.slot = pick_short(draw(d.bits, 11))
    inner join choices as old_provider
        on old_provider.list = 'email_provider' and old_provider.key = d.country and old_provider.slot = pick_short(draw(d.bits, 12))
),

mailboxes as (
    select
        *,
        case
            when draw(bits, 13) < 330000 then given_ascii || '.' || family_ascii
            when draw(bits, 13) < 470000 then given_ascii || family_ascii
            when draw(bits, 13) < 560000 then left(given_ascii, 1) || '.' || family_ascii
            when draw(bits, 13) < 760000 then given_ascii || '.' || family_ascii || right(cast(year(birth_date) as varchar), 2)
            when draw(bits, 13) < 880000 then given_ascii || (draw(bits, 14) // 1010)
            else family_ascii || '.' || given_ascii
        end as mailbox
    from reachable
),

unique_mailboxes as (
    select *, row_number() over (partition by mailbox, provider order by entity_id) as nth
    from mailboxes
)

select
    m.entity_id, m.kind, m.role, m.bits, m.unit_id, m.country, m.gender, m.given_name, m.middle_name, m.family_name,
    m.former_family_name, m.name_suffix, m.birth_date, m.area_code,
    m.mailbox || if(m.nth = 1, '', cast(m.nth as varchar)) || '@' || m.provider as own_email,
    m.given_ascii || left(m.family_ascii, 1 + draw(m.bits, 15) % 3) || (draw(m.bits, 15) // 101) || '@' || m.old_provider as old_email,
    if(m.kind = 'consumer' and m.members > 1 and draw(m.unit_bits, 14) < 500000,
        ['familie.', 'the', 'casa.', 'family.'][1 + draw(m.unit_bits, 15) % 4] || ascii(split_part(m.unit_family, ' ', 1))
            || (draw(m.unit_bits, 15) // 1010) || '@' || m.provider_of_unit, null) as shared_email,
    mobile(m.country, m.area_code, draw(m.bits, 20), draw(m.bits, 21)) as own_phone,
    mobile(m.country, m.area_code, draw(m.bits, 22), draw(m.bits, 23)) as old_mobile_phone,
    -- Everybody in a household answers its landline.
    if(m.kind = 'consumer' and draw(m.unit_bits, 16) < 700000, landline(m.country, m.area_code, draw(m.unit_bits, 17)), null)
        as home_phone,
    -- Some people always give the family's mailbox, or the landline.
    if(draw(m.bits, 27) < 400000, coalesce(shared_email, own_email), own_email) as email,
    if(draw(m.bits, 28) < 400000, coalesce(home_phone, own_phone), own_phone) as mobile_phone,
    if(m.country = 'ES', lpad(cast(10000000 + (m.entity_id * 48271) % 79999987 as varchar), 8, '0')
        || 'TRWAGMYFPDXBNJZSQVHLCKE'[cast(1 + (10000000 + (m.entity_id * 48271) % 79999987) % 23 as integer)], null) as national_id,
    if(m.kind = 'consumer', 10 * m.unit_id + 1, 10 * m.entity_id + 3) as address_id,
    case
        when m.kind <> 'consumer' then null
        when m.role in ('partner', 'child', 'flatmate', 'sibling', 'junior') and draw(m.bits, 24) < 220000 then 10 * m.entity_id + 3
        when draw(m.unit_bits, 18) < 200000 then 10 * m.unit_id + 2
    end as old_address_id,
    -- Contacts: the company, what it says on the card, and where some of them worked before.
    if(m.kind = 'contact', m.unit_entity_id, null) as employer_entity_id,
    if(m.kind = 'contact' and draw(m.bits, 25) < 120000, m.entity_id - (m.entity_id - 1) % 100 + draw(m.bits, 26) // 71429, null)
        as former_employer_entity_id,
    m.given_ascii, m.family_ascii
from (
    select
        u.*, first(u.provider) over (partition by u.unit_id order by u.entity_id) as provider_of_unit,
        count(*) over (partition by u.unit_id) as members
    from unique_mailboxes as u
) as m;
