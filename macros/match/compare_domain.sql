{#- How the internet domains of two organizations agree (website, or e-mail outside the free providers): 0 different,
    1 the same that several names use, 2 the same that one name uses. Null when one has none.
    l: 'acme.com', r: 'acme.com' -> 2 -#}
{% macro compare_domain() -%}
case
    when l.domain_key is null or r.domain_key is null then null
    when shared.domain > 0 then shared.domain
    when l.domain_key = r.domain_key then 1 + l.domain_is_personal
    else 0
end
{%- endmacro %}
