{{ config(materialized='ephemeral') }}

with

addresses as (
    select * from {{ ref('stg_sap__addresses') }}
    where address_rank = 1
),

emails as (
    select * from {{ ref('stg_sap__emails') }}
    where email_rank = 1
),

current_addresses as (
    select
        coalesce(addresses.client, emails.client) as client,
        coalesce(addresses.addrnumber, emails.addrnumber) as addrnumber,
        addresses.street,
        addresses.house_num1 as house_number,
        {{ first_filled('addresses.roomnumber', 'addresses.floor', 'addresses.house_num2') }} as unit,
        addresses.city1 as city,
        addresses.region,
        addresses.post_code1 as postal_code,
        addresses.country,
        addresses.tel_number as phone,
        emails.smtp_addr as email
    from addresses
    full outer join emails on addresses.client = emails.client and addresses.addrnumber = emails.addrnumber
)

select * from current_addresses
