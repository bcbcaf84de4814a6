{#- How phone numbers agree: 0 different, 1 one digit off, 2 the same that several names use, 3 the same that one name uses.
    Any number of both records counts. Null when one has none.
    l: '+4930123456', r: '+4930123465' -> 1 -#}
{% macro compare_phone() -%}
case
    when l.phone_key is null or r.phone_key is null then null
    when shared.phone > 0 then 1 + shared.phone
    when l.phone_key = r.phone_key then 2 + l.phone_is_personal
    when {{ jaro_winkler('l.phone', 'r.phone') }} >= 0.95 then 1
    else 0
end
{%- endmacro %}
