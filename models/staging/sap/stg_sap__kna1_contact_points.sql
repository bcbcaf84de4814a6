with

raw_owners as (
    {{ optional_columns(source('sap', 'kna1'), required=['mandt', 'kunnr'], optional=['adrnr']) }}
),

addresses as (
    select * from {{ ref('stg_sap__addresses') }}
),

emails as (
    select * from {{ ref('stg_sap__emails') }}
),

owners as (
    select
        {{ record_id('sap', 'kna1', 'kunnr') }} as record_id,
        mandt as client,
        adrnr as addrnumber
    from raw_owners
),

contact_points as (
    {{ sap_contact_points('owners') }}
)

select * from contact_points
