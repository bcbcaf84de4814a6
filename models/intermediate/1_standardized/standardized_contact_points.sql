{{ config(materialized='ephemeral') }}

with

own as (select * from {{ ref('own_contact_points') }}),

further as (select * from {{ ref('further_contact_points') }}),

standardized_contact_points as (
    select * from own
    union all
    select * from further
)

select * from standardized_contact_points
