{#- How e-mail addresses agree: 0 different, 1 similar (one typo, or one mailbox name at two providers), 2 the same that several names
    use or that is just a very common name, 3 the same that one name uses. Any address of both records counts. Null when one has none.
    Mailbox names that are similar because the names are say nothing: to be similar they need something of their own, the same digits,
    another word, or a domain that is not everybody's.
    l: 'jane.roe7@web.de', r: 'jane.roe7@gmx.de' -> 1 -#}
{% macro compare_email() -%}
{%- set telling = "l.email_is_telling + r.email_is_telling" -%}
case
    when l.email_key is null or r.email_key is null then null
    when (shared.email > 0 or l.email_key = r.email_key) and {{ telling }} = 0 and l.name_rarity = 0 then 2
    when shared.email > 0 then 1 + shared.email
    when l.email_key = r.email_key then 2 + l.email_is_personal
    when {{ telling }} < 2 then 0
    when l.email_local = r.email_local then 1
    when (l.email_digits = r.email_digits or l.domain_key = r.domain_key)
        and {{ jaro_winkler('l.email_local', 'r.email_local') }} >= 0.94 then 1
    else 0
end
{%- endmacro %}
