{#- How addresses agree: 0 another city, 1 same city (or misspelt, or not stated), 2 same postal code, 3 same street, 4 same building
    (unit missing or different, street or postal code misspelt), 5 same dwelling. Any address of both counts. Null when one has none.
    l: '12 high street, E1 6AN', r: '14 high street, E1 6AN' -> 3 -#}
{% macro compare_address() -%}
{%- set placed = "(coalesce(l.postal_key, l.city_key) is not null and coalesce(r.postal_key, r.city_key) is not null)" -%}
case
    when coalesce(l.address_key, l.postal_key, l.city_key) is null and l.street is null then null
    when coalesce(r.address_key, r.postal_key, r.city_key) is null and r.street is null then null
    when l.address_key = r.address_key then 5
    when shared.address > 0 then 5
    when l.building_key = r.building_key then 4
    when l.street = r.street and l.house_number = r.house_number and (l.city_key = r.city_key or not {{ placed }}) then 4
    when l.street_key = r.street_key then 3
    when not {{ placed }} then case when l.street <> r.street then 1 end
    when l.postal_key = r.postal_key then
        case
            when l.house_number = r.house_number and {{ jaro_winkler('l.street', 'r.street') }} >= 0.9 then 4
            else 2
        end
    when l.city_key = r.city_key then 1
    when {{ jaro_winkler('l.city', 'r.city') }} >= 0.9 then 1
    else 0
end
{%- endmacro %}
