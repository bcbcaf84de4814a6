{{ config(materialized='ephemeral') }}

with

partners as (
    {{ optional_columns(
        source('sap', 'but000'),
        required=['client', 'partner', 'partner_guid', 'type'],
        optional=[
            'name_org1', 'name_org2', 'name_org3', 'name_first', 'namemiddle', 'name_last',
            'birthdt', 'found_dat', 'xsexm', 'xsexf', 'addrcomm', 'xdele', 'crdat', 'chdat', '_fivetran_deleted',
        ]
    ) }}
),

partners_in_words as (
    select
        *,
        case type when '1' then 'person' when '2' then 'organization' end as party_type,
        case when xsexf = 'X' then 'f' when xsexm = 'X' then 'm' end as gender,
        nullif(
            {{ trim_spaces("coalesce(name_org1, '') || coalesce(' ' || name_org2, '') || coalesce(' ' || name_org3, '')") }}, ''
        ) as organization_name,
        {{ sap_date('birthdt') }} as birth_date,
        {{ sap_date('found_dat') }} as founding_date,
        {{ sap_date('crdat') }} as created_at,
        {{ sap_date('chdat') }} as updated_at,
        case
            when xdele = 'X' or lower(_fivetran_deleted) in ('true', 't', '1') then 'true' else 'false'
        end as is_deleted
    from partners
)

select * from partners_in_words
