{{ config(materialized='ephemeral') }}

with

records as (
    select * from {{ ref('stg_loyalty__customers') }}
),

contact_points as (
    select
        record_id,
        {{ contact_point_columns({}) }}
    from records
    where 1 = 0
)

select * from contact_points
