with

phone_numbers as (select * from {{ ref('phone_numbers') }}),

phone_plans as (select * from {{ ref('phone_plans') }}),

junk_values as (select * from {{ ref('junk_values') }} where kind = 'phone'),

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

national_numbers as (
    select
        *,
        case when trunk_prefix in ('0', '1') and national_text like trunk_prefix || '%' then substr(national_text, 2)
            else national_text end as national_number
    from codes_found
),

judged as (
    select
        numbers.*,
        coalesce(
            {%- for length in [1, 2, 3, 4, 5] %}
            plan_{{ length }}.calling_code{{ ',' if not loop.last }}
            {%- endfor %}) is not null or (numbers.calling_code is not null and numbers.has_plan = 0
            and length(numbers.national_number) between 5 and 14) as is_in_plan,
        junk_values.value_key is not null or length(numbers.national_number) < 4
            or replace(numbers.national_number, substr(numbers.national_number, 2, 1), '') = '' as is_junk
    from national_numbers as numbers
    {%- for length in [1, 2, 3, 4, 5] %}
    left join phone_plans as plan_{{ length }}
        on numbers.calling_code = plan_{{ length }}.calling_code
            and substr(numbers.national_number, 1, {{ length }}) = plan_{{ length }}.leading_digits
            and length(numbers.national_number) = plan_{{ length }}.national_length
    {%- endfor %}
    left join junk_values on numbers.number_text = junk_values.value_key
),

standardized_phones as (
    select
        record_no,
        contact_point_no,
        raw_phone,
        case
            when is_junk then null
            when is_in_plan then '+' || cast(calling_code as {{ dbt.type_string() }}) || national_number
            when calling_code is null and length(number_text) between 7 and 15 then number_text
        end as phone,
        {{ phone_extension('raw_phone') }} as phone_extension,
        is_in_plan and not is_junk as is_valid,
        case
            when is_junk then 'junk'
            when calling_code is null then 'unknown_country'
            when not is_in_plan then 'invalid_number'
        end as issue
    from judged
)

select * from standardized_phones
