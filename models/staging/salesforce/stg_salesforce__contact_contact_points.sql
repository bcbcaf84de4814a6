{%- set phones = {'phone': 'work', 'mobile_phone': 'mobile', 'home_phone': 'home', 'other_phone': 'other'} -%}

with

contacts as (
    {{ optional_columns(
        source('salesforce', 'contact'),
        required=['id'],
        optional=[
            'phone', 'mobile_phone', 'home_phone', 'other_phone',
            'other_street', 'other_city', 'other_state', 'other_postal_code', 'other_country',
        ]
    ) }}
),

contact_points as (
    {% for column, label in phones.items() %}
        select
            {{ record_id('salesforce', 'contact', 'id') }} as record_id,
            {{ contact_point_columns({
                'kind': "'phone'",
                'label': "'" ~ label ~ "'",
                'phone': column,
            }) }}
        from contacts
        where {{ first_filled(column) }} is not null
        union all
    {% endfor %}
    select
        {{ record_id('salesforce', 'contact', 'id') }} as record_id,
        {{ contact_point_columns({
            'kind': "'address'",
            'label': "'other'",
            'is_primary': "'false'",
            'street_address': 'other_street',
            'city': 'other_city',
            'region': 'other_state',
            'postal_code': 'other_postal_code',
            'country': 'other_country',
        }) }}
    from contacts
    where {{ first_filled('other_street', 'other_city', 'other_postal_code') }} is not null
)

select * from contact_points
