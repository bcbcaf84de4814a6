with

numbers as (select * from {{ ref('national_phone_numbers') }}),

phone_plans as (select * from {{ ref('phone_plans') }}),

junk_values as (select * from {{ ref('junk_values') }} where kind = 'phone'),
{% set lengths = [7, 6, 5, 4, 3, 2, 1] %}
typed as (
    select
        numbers.*,
        coalesce(
            {%- for length in lengths %}
            plan_{{ length }}.phone_type,
            {%- endfor %}
            'unassigned'
        ) as plan_type,
        junk_values.value_key is not null or length(numbers.national_number) < 4
            or replace(numbers.national_number, substr(numbers.national_number, 2, 1), '') = '' as is_junk
    from numbers
    {%- for length in lengths %}
    left join phone_plans as plan_{{ length }}
        on numbers.calling_code = plan_{{ length }}.calling_code
            and substr(numbers.national_number, 1, {{ length }}) = plan_{{ length }}.leading_digits
            and length(numbers.national_number) = plan_{{ length }}.national_length
            and length(plan_{{ length }}.leading_digits) = {{ length }}
    {%- endfor %}
    left join junk_values on numbers.number_text = junk_values.value_key
),

judged as (
    select
        *,
        case when has_plan = 0 then calling_code is not null and length(national_number) between 5 and 14
            else plan_type <> 'unassigned' end as is_in_plan
    from typed
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
        case when is_in_plan and not is_junk then nullif(plan_type, 'unassigned') end as phone_type,
        is_in_plan and not is_junk as is_valid,
        case
            when is_junk then 'junk'
            when calling_code is null then 'unknown_country'
            when not is_in_plan then 'invalid_number'
        end as issue
    from judged
)

select * from standardized_phones
