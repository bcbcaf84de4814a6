with

source_records as (select * from {{ ref('source_records') }}),

source_contact_points as (select * from {{ ref('source_contact_points') }}),

records as (select * from {{ ref('standardized_records') }}),

standardization_issues as (select * from {{ ref('standardization_issues') }}),

contact_point_uses as (select * from {{ ref('contact_point_uses') }}),

contact_point_profiles as (select * from {{ ref('contact_point_profiles') }}),

countries as (select * from {{ ref('countries') }}),

postal_code_cities as (select * from {{ ref('postal_code_cities') }}),
{% set of_contact_points = ['email', 'phone', 'street_address', 'city', 'postal_code', 'country'] %}
-- A further contact point that is stated counts as well as the record's own.
points as (
    select
        record_no
        {%- for attribute in of_contact_points %},
        max(case when {{ trim_spaces(attribute) }} <> '' then 1 else 0 end) as {{ attribute }}_count
        {%- endfor %}
    from source_contact_points
    group by record_no
),

issues as (
    select
        record_no
        {%- for attribute in quality_attributes() %},
        max(case when attribute = '{{ 'full_name' if attribute == 'name' else attribute }}' then issue end) as {{ attribute }}_issue
        {%- endfor %}
    from standardization_issues
    group by record_no
),

crowds as (
    select
        uses.record_no
        {%- for kind in ['email', 'phone'] %},
        max(case when uses.kind = '{{ kind }}' then case when profiles.usage = 'junk' then 1 else 0 end end) as {{ kind }}_crowd_count
        {%- endfor %}
    from contact_point_uses as uses
    inner join contact_point_profiles as profiles on uses.kind = profiles.kind and uses.contact_key = profiles.contact_key
    where uses.kind in ('email', 'phone')
    group by uses.record_no
),

quality_facts as (
    select
        records.record_no,
        records.party_type,
        records.country as country_code,
        {%- for attribute in quality_attributes() %}
        {%- if attribute == 'name' %}
        coalesce(source_records.full_name, source_records.given_name, source_records.family_name) is not null as has_name,
        {%- else %}
        coalesce(trim(source_records.{{ attribute }}) <> '', false)
        {%- if attribute in of_contact_points %} or coalesce(points.{{ attribute }}_count, 0) > 0{% endif %} as has_{{ attribute }},
        {%- endif %}
        issues.{{ attribute }}_issue,
        {%- endfor %}
        crowds.email_crowd_count = 0 as no_crowd_email,
        crowds.phone_crowd_count = 0 as no_crowd_phone,
        case when records.country is not null and (records.postal_code is not null or issues.postal_code_issue = 'invalid_postal_code')
            then coalesce(issues.postal_code_issue, '') <> 'invalid_postal_code' end as postal_code_in_country,
        records.city_key = postal_code_cities.city_key
        or {{ jaro_winkler('records.city_key', 'postal_code_cities.city_key') }} >= 0.9 as postal_code_in_city,
        case when records.phone like '+%'
            then records.phone like '+' || cast(countries.calling_code as {{ dbt.type_string() }}) || '%' end as phone_in_country,
        replace(replace(substr(records.vat_id, 1, 2), 'EL', 'GR'), 'XI', 'GB') = records.country as vat_id_in_country
    from records
    inner join source_records on records.record_no = source_records.record_no
    left join points on records.record_no = points.record_no
    left join issues on records.record_no = issues.record_no
    left join crowds on records.record_no = crowds.record_no
    left join countries on records.country = countries.country
    left join postal_code_cities
        on records.country = postal_code_cities.country and records.postal_code_key = postal_code_cities.postal_code_key
)

select * from quality_facts
