{%- set phones = {'phone': 'work', 'mobile_phone': 'mobile'} -%}

with

leads as (
    {{ optional_columns(source('salesforce', 'lead'), required=['id'], optional=['phone', 'mobile_phone']) }}
),

contact_points as (
    {% for column, label in phones.items() %}
        select
            {{ record_id('salesforce', 'lead', 'id') }} as record_id,
            {{ contact_point_columns({
                'kind': "'phone'",
                'label': "'" ~ label ~ "'",
                'phone': column,
            }) }}
        from leads
        where {{ first_filled(column) }} is not null
        {{ 'union all' if not loop.last }}
    {% endfor %}
)

select * from contact_points
