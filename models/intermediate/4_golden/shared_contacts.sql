{{ config(materialized='ephemeral') }}

with

pairs as (select * from {{ ref('related_pairs') }}),

record_keys as (select * from {{ ref('record_keys') }}),

usable as (
    select
        record_no,
        key_kind,
        record_key
    from record_keys
    where key_kind in ('email', 'phone')
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
            and contacts_l.key_kind = contacts_r.key_kind
            and contacts_l.record_key = contacts_r.record_key
)

select * from shared
