with

source_records as (select * from {{ ref('source_records') }}),

standardized_countries as (select * from {{ ref('standardized_countries') }}),

junk_values as (select * from {{ ref('junk_values') }} where kind = 'date'),

dates as (
    select record_no, 'birth_date' as attribute, birth_date as raw_value, country, coalesce(updated_at, created_at) as known_at
    from source_records
    where {{ trim_spaces('birth_date') }} <> ''
    union all
    select record_no, 'founding_date' as attribute, founding_date as raw_value, country, coalesce(updated_at, created_at) as known_at
    from source_records
    where {{ trim_spaces('founding_date') }} <> ''
),

texts as (
    select *, {{ date_text('raw_value') }} as date_text from dates
),

parsed as (
    select
        texts.record_no,
        texts.attribute,
        texts.raw_value,
        {{ standardize_date('texts.date_text', 'standardized_countries.country') }} as date_found,
        {{ date_precision('texts.date_text') }} as date_precision,
        {{ safe_cast('substr(texts.known_at, 1, 10)', 'date') }} as known_on
    from texts
    left join standardized_countries on texts.country = standardized_countries.country_text
),

-- Nobody alive was born before 1900; nothing is born or founded after the record that says so was last changed.
judged as (
    select
        parsed.*,
        case
            when parsed.date_found is null then 'invalid_date'
            when junk_values.issue is not null and parsed.date_precision = 'day' then junk_values.issue
            when parsed.date_found < cast(case when parsed.attribute = 'birth_date' then '1900-01-01' else '1000-01-01' end as date)
                or parsed.date_found > coalesce(parsed.known_on, cast('2100-01-01' as date)) then 'implausible'
        end as issue
    from parsed
    left join junk_values on cast(parsed.date_found as {{ dbt.type_string() }}) = junk_values.value_key
),

-- Every 365th date is a 1 January. Where it is more than one in a hundred, most of them only say the year.
new_years_days as (
    select
        attribute,
        sum(case when extract(month from date_found) = 1 and extract(day from date_found) = 1 then 1 else 0 end) as new_years_count,
        count(*) as day_count
    from judged
    where issue is null and date_precision = 'day'
    group by attribute
),

standardized_dates as (
    select
        judged.record_no,
        judged.attribute,
        judged.raw_value,
        case when judged.issue is null then judged.date_found end as date_value,
        case
            when judged.issue is not null then null
            when
                judged.date_precision = 'day'
                and extract(month from judged.date_found) = 1
                and extract(day from judged.date_found) = 1
                and new_years_days.new_years_count >= 5
                and new_years_days.new_years_count > 0.01 * new_years_days.day_count
                then 'year'
            else judged.date_precision
        end as date_precision,
        judged.issue
    from judged
    left join new_years_days on judged.attribute = new_years_days.attribute
)

select * from standardized_dates
