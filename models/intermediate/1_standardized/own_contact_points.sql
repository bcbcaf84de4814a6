{{ config(materialized='ephemeral') }}

with

records as (select * from {{ ref('standardized_records') }}),
{% set kinds = [('email', 'email', 'true'), ('phone', 'phone', "phone like '+%'"), ('address', 'address_key', 'address_key is not null'),
    ('website', 'website_domain', 'true')] %}
{%- set parts = ['street', 'street_key', 'house_number', 'unit', 'city', 'region', 'postal_code', 'country'] %}
-- A phone number that a country's plan knows starts with a plus.
own_contact_points as (
    {%- for kind, value_key, is_valid in kinds %}
    select
        record_no,
        {{ loop.index }} as contact_point_no,
        '{{ kind }}' as kind,
        cast(null as {{ dbt.type_string() }}) as label,
        true as is_primary,
        cast(null as date) as valid_from,
        {{ value_key }} as value_key,
        {%- for column, filled in [('email', 'email'), ('phone', 'phone'), ('website', 'website_domain')] %}
        {{ filled if kind == column else 'cast(null as ' ~ dbt.type_string() ~ ')' }} as {{ column }},
        {%- endfor %}
        {%- for part in parts %}
        {{ part if kind == 'address' else 'cast(null as ' ~ dbt.type_string() ~ ')' }} as {{ part }},
        {%- endfor %}
        {{ is_valid }} as is_valid
    from records
    where {{ 'coalesce(street_key, city, postal_code)' if kind == 'address' else value_key }} is not null
    {{ 'union all' if not loop.last }}
    {%- endfor %}
)

select * from own_contact_points
