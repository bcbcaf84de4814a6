{#- The addresses, phones and emails that SAP's address book keeps for records of one object.
    sap_contact_points('owners') -> a select of contact points for the CTE owners (record_id, client, addrnumber), beside the CTEs
    addresses and emails of stg_sap__addresses and stg_sap__emails. -#}
{% macro sap_contact_points(owners) -%}
    select
        owners.record_id,
        {{ contact_point_columns({
            'kind': "'address'",
            'label': "case when addresses.address_rank = 1 then 'standard' else 'former' end",
            'is_primary': "case when addresses.address_rank = 1 then 'true' else 'false' end",
            'valid_from': sap_date('addresses.date_from'),
            'street_address': 'addresses.street',
            'house_number': 'addresses.house_num1',
            'unit': first_filled('addresses.roomnumber', 'addresses.floor', 'addresses.house_num2'),
            'city': 'addresses.city1',
            'region': 'addresses.region',
            'postal_code': 'addresses.post_code1',
            'country': 'addresses.country',
        }) }}
    from {{ owners }} as owners
    inner join addresses on owners.client = addresses.client and owners.addrnumber = addresses.addrnumber
    union all
    select
        owners.record_id,
        {{ contact_point_columns({
            'kind': "'phone'",
            'label': "'address book'",
            'phone': "addresses.tel_number || coalesce(addresses.tel_extens, '')",
        }) }}
    from {{ owners }} as owners
    inner join addresses on owners.client = addresses.client and owners.addrnumber = addresses.addrnumber
    where addresses.address_rank = 1 and {{ first_filled('addresses.tel_number') }} is not null
    union all
    select
        owners.record_id,
        {{ contact_point_columns({
            'kind': "'email'",
            'label': "'address book'",
            'is_primary': "case when emails.email_rank = 1 then 'true' else 'false' end",
            'valid_from': sap_date('emails.date_from'),
            'email': 'emails.smtp_addr',
        }) }}
    from {{ owners }} as owners
    inner join emails on owners.client = emails.client and owners.addrnumber = emails.addrnumber
{%- endmacro %}
