with

address_texts as (select * from {{ ref('address_texts') }}),

streets as (select * from {{ ref('standardized_streets') }}),

places as (select * from {{ ref('standardized_places') }}),

standardized_addresses as (
    select
        address_texts.record_no,
        address_texts.contact_point_no,
        streets.street,
        streets.street_key,
        streets.house_number,
        streets.unit,
        streets.is_post_box,
        places.city,
        places.city_key,
        places.region,
        places.postal_code,
        places.postal_code_key,
        address_texts.country,
        streets.street_issue,
        places.city_issue,
        places.postal_code_issue,
        address_texts.country_issue
    from address_texts
    inner join streets on address_texts.street_line_key = streets.street_line_key
    inner join places on address_texts.place_key = places.place_key
)

select * from standardized_addresses
