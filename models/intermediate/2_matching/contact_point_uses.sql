{{ config(materialized='ephemeral') }}

with

contact_points as (
    select * from {{ ref('standardized_contact_points') }} where is_valid and value_key is not null
),

providers as (
    select distinct domain from {{ ref('email_providers') }}
),

-- An address at a free provider says nothing about an organization.
domains as (
    select distinct
        contact_points.record_no,
        coalesce(contact_points.website, split_part(contact_points.email, '@', 2)) as value_key
    from contact_points
    left join providers on split_part(contact_points.email, '@', 2) = providers.domain
    where contact_points.kind in ('email', 'website') and providers.domain is null
),

uses as (
    select
        record_no,
        kind,
        value_key,
        {{ hash_key(['value_key']) }} as contact_key
    from contact_points
    where kind <> 'website'
    union all
    select
        record_no,
        'domain' as kind,
        value_key,
        {{ hash_key(['value_key']) }} as contact_key
    from domains
)

select * from uses
