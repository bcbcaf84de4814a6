{{ config(materialized='ephemeral') }}

with

pairs as (select * from {{ ref('related_pairs') }}),

contact_points as (select * from {{ ref('standardized_contact_points') }}),

contact_point_profiles as (select * from {{ ref('contact_point_profiles') }}),

usable as (
    select
        contact_points.record_no,
        contact_points.kind,
        contact_points.value_key
    from contact_points
    inner join contact_point_profiles
        on
            contact_points.kind = contact_point_profiles.kind
            and contact_points.value_key = contact_point_profiles.value_key
    where contact_points.kind in ('email', 'phone') and contact_point_profiles.usage <> 'junk'
),

shared as (
    select distinct
        pairs.record_no_l,
        pairs.record_no_r
    from pairs
    inner join usable as contacts_l on pairs.record_no_l = contacts_l.record_no
    inner join usable as contacts_r
        on
            pairs.record_no_r = contacts_r.record_no
            and contacts_l.kind = contacts_r.kind
            and contacts_l.value_key = contacts_r.value_key
)

select * from shared
