{#- How addresses agree: 0 another city, 1 same city, 2 same postal code, 3 same street, 4 same building (unit missing,
    different or street misspelt), 5 same dwelling. Any address of both records counts. Null when one has none.
    l: '12 high street, E1 6AN', r: '14 high street, E1 6AN' -> 3 -#}
{% macro compare_address() -%}
case
    when coalesce(l.address_key, l.postal_key, l.city_key) is null
        or coalesce(r.address_key, r.postal_key, r.city_key) is null then null
    when l.address_key = r.address_key then 5
    when shared.address > 0 then 5
    when l.building_key = r.building_key then 4
    when l.street_key = r.street_key then 3
    when l.postal_key = r.postal_key then
        case
            when l.house_number = r.house_number and {{ jaro_winkler('l.street', 'r.street') }} >= 0.9 then 4
            else 2
        end
    when l.city_key = r.city_key then 1
    else 0
end
{%- endmacro %}
