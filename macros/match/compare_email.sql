{#- How e-mail addresses agree: 0 different, 1 similar (one typo, or one telling mailbox name at two providers), 2 the same that
    several names use, 3 the same that one name uses. Any address of both records counts. Null when one has none. Namesakes have similar mailbox
    names and other digits in them: those must be the same.
    l: 'jane.roe7@web.de', r: 'jane.roe7@gmx.de' -> 1 -#}
{% macro compare_email() -%}
case
    when l.email_key is null or r.email_key is null then null
    when shared.email > 0 then 1 + shared.email
    when l.email_key = r.email_key then 2 + l.email_is_personal
    when l.email_is_telling + r.email_is_telling < 2 and l.email_domain <> r.email_domain then 0
    when l.email_local = r.email_local then 1
    when l.email_digits = r.email_digits and {{ jaro_winkler('l.email_local', 'r.email_local') }} >= 0.94 then 1
    else 0
end
{%- endmacro %}
