with

raw_owners as (
    {{ optional_columns(source('sap', 'but000'), required=['client', 'partner'], optional=['addrcomm']) }}
),

addresses as (
    select * from {{ ref('stg_sap__addresses') }}
),

emails as (
    select * from {{ ref('stg_sap__emails') }}
),

owners as (
    select
        {{ record_id('sap', 'but000', 'partner') }} as record_id,
        client as client,
        addrcomm as addrnumber
    from raw_owners
),

contact_points as (
    {{ sap_contact_points('owners') }}
)

select * from contact_points
