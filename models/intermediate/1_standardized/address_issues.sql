{{ config(materialized='ephemeral') }}

with

address_texts as (select * from {{ ref('address_texts') }}),

standardized_addresses as (select * from {{ ref('standardized_addresses') }}),

addresses_with_issues as (
    select * from standardized_addresses
    where coalesce(street_issue, city_issue, postal_code_issue, country_issue) is not null
),

address_issues as (
    {%- for attribute, text, issue in [('street_address', 'street_text', 'street_issue'), ('city', 'city_text', 'city_issue'),
        ('postal_code', 'postal_code_text', 'postal_code_issue'), ('country', 'country_text', 'country_issue')] %}
        select
            addresses.record_no,
            addresses.contact_point_no,
            '{{ attribute }}' as attribute,
            address_texts.{{ text }} as raw_value,
            addresses.{{ issue }} as issue
        from addresses_with_issues as addresses
        inner join address_texts
            on
                addresses.record_no = address_texts.record_no
                and addresses.contact_point_no = address_texts.contact_point_no
        where addresses.{{ issue }} is not null
                {{ 'union all' if not loop.last }}
    {%- endfor %}
)

select * from address_issues
