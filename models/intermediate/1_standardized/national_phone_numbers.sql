{{ config(materialized='ephemeral') }}

with

phone_numbers as (select * from {{ ref('phone_numbers') }}),

calling_codes as (
    select
        calling_code,
        cast(calling_code as {{ dbt.type_string() }}) as code_text,
        max(trunk_prefix) as trunk_prefix,
        max(case when has_phone_plan then 1 else 0 end) as has_plan
    from {{ ref('countries') }}
    where calling_code is not null
    group by calling_code
),

-- Calling codes are prefix-free: at most one of the first one, two, three digits is one.
codes_found as (
    select
        numbers.record_no,
        numbers.contact_point_no,
        numbers.raw_phone,
        numbers.number_text,
        coalesce(codes_1.calling_code, codes_2.calling_code, codes_3.calling_code, own.calling_code) as calling_code,
        coalesce(codes_1.trunk_prefix, codes_2.trunk_prefix, codes_3.trunk_prefix, own.trunk_prefix, '') as trunk_prefix,
        coalesce(codes_1.has_plan, codes_2.has_plan, codes_3.has_plan, own.has_plan) as has_plan,
        case when numbers.international_number is null then numbers.number_text
            else substr(numbers.international_number, 1 + length(coalesce(codes_1.code_text, codes_2.code_text, codes_3.code_text)))
        end as national_text
    from phone_numbers as numbers
    {%- for length in [1, 2, 3] %}
    left join calling_codes as codes_{{ length }} on substr(numbers.international_number, 1, {{ length }}) = codes_{{ length }}.code_text
    {%- endfor %}
    left join calling_codes as own on case when numbers.international_number is null then numbers.calling_code end = own.calling_code
),

-- Brazilians may dial the two digits of a carrier after the trunk zero.
national_phone_numbers as (
    select
        record_no,
        contact_point_no,
        raw_phone,
        number_text,
        calling_code,
        has_plan,
        case
            when calling_code = 55 and length(national_text) >= 13 and national_text like '0%' then substr(national_text, 4)
            when trunk_prefix in ('0', '1', '06') and national_text like trunk_prefix || '%'
                then substr(national_text, 1 + length(trunk_prefix))
            else national_text
        end as national_number
    from codes_found
)

select * from national_phone_numbers
