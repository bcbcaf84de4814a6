with

contacts as (
    {{ optional_columns(
        source('hubspot', 'contact'),
        required=['id'],
        optional=['property_phone', 'property_mobilephone', 'property_hs_additional_emails']
    ) }}
),

contact_points as (
    {%- for place in [1, 2, 3] %}
    select
        {{ record_id('hubspot', 'contact', 'id') }} as record_id,
        {{ contact_point_columns({
            'kind': "'email'",
            'label': "'additional'",
            'is_primary': "'false'",
            'email': "split_part(property_hs_additional_emails, ';', " ~ place ~ ")",
        }) }}
    from contacts
    where {{ trim_spaces("split_part(property_hs_additional_emails, ';', " ~ place ~ ')') }} <> ''
    union all
    {%- endfor %}
    select
        {{ record_id('hubspot', 'contact', 'id') }} as record_id,
        {{ contact_point_columns({
            'kind': "'phone'",
            'label': "'phone'",
            'is_primary': "'false'",
            'phone': 'property_phone',
        }) }}
    from contacts
    where {{ first_filled('property_phone') }} is not null and {{ first_filled('property_mobilephone') }} is not null
)

select * from contact_points
