{#- How addresses agree: 0 another country, 1 another city, 2 same city (or misspelt, or not stated), 3 same postal code, 4 same street,
    5 same building (unit missing or different, street or postal code misspelt), 6 same dwelling. Any address of both counts. Null when
    one has none.
    l: '12 high street, E1 6AN', r: '14 high street, E1 6AN' -> 4 -#}
{% macro compare_address() -%}
{%- set placed = "(coalesce(l.postal_key, l.city_key) is not null and coalesce(r.postal_key, r.city_key) is not null)" -%}
case
    when coalesce(l.address_key, l.postal_key, l.city_key) is null and l.street is null then null
    when coalesce(r.address_key, r.postal_key, r.city_key) is null and r.street is null then null
    when l.address_key = r.address_key then 6
    when shared.address > 0 then 6
    when l.building_key = r.building_key then 5
    when l.street = r.street and l.house_number = r.house_number and (l.city_key = r.city_key or not {{ placed }}) then 5
    when l.street_key = r.street_key then 4
    when not {{ placed }} then case when l.street <> r.street then 2 end
    when l.postal_key = r.postal_key then
        case
            when l.house_number = r.house_number and {{ jaro_winkler('l.street', 'r.street') }} >= 0.9 then 5
            else 3
        end
    when l.city_key = r.city_key then 2
    when {{ jaro_winkler('l.city', 'r.city') }} >= 0.9 then 2
    when l.country <> r.country then 0
    else 1
end
{%- endmacro %}
