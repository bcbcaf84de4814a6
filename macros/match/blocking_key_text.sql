{#- A column of a blocking key in words, of a record's features and standardized record: hashed columns as what was hashed, so
    that the text is the same in every build.
    blocking_key_text('city_key') -> coalesce(features.country, '') || ' ' || features.city;  blocking_key_text('email_local') -> ... -#}
{% macro blocking_key_text(column) -%}
{%- set place = "coalesce(features.country, '') || ' ' || records.postal_code_key" -%}
{%- set texts = {
    'name_pair': both_orders('features.given_name', 'features.family_name') | join(" || ' ' || "),
    'name_pair_sound': both_orders('features.given_sound', 'features.family_sound') | join(" || ' ' || "),
    'city_key': "coalesce(features.country, '') || ' ' || features.city",
    'postal_key': place,
    'street_key': place ~ " || ' ' || features.street",
    'building_key': place ~ " || ' ' || features.street || ' ' || features.house_number",
} -%}
cast({{ texts.get(column, 'features.' ~ column) }} as {{ dbt.type_string() }})
{%- endmacro %}
