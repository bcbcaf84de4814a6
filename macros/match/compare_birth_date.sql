{#- How two birth dates agree: 0 different, 1 same year, 2 two of year, month and day, 3 day and month swapped,
    4 all that both state, 5 same day. Null when one is missing.
    l: 1980-03-04, r: 1980-04-03 -> 3 -#}
{% macro compare_birth_date() -%}
case
    when l.birth_year is null or r.birth_year is null then null
    when l.birth_date = r.birth_date and l.birth_day is not null and r.birth_day is not null then 5
    when l.birth_day is null or r.birth_day is null then
        case
            when l.birth_year <> r.birth_year then 0
            when l.birth_month <> r.birth_month then 1
            else 4
        end
    when l.birth_year = r.birth_year and l.birth_day = r.birth_month and l.birth_month = r.birth_day then 3
    when l.birth_year = r.birth_year and (l.birth_month = r.birth_month or l.birth_day = r.birth_day) then 2
    when l.birth_month = r.birth_month and l.birth_day = r.birth_day then 2
    when l.birth_year = r.birth_year then 1
    else 0
end
{%- endmacro %}
