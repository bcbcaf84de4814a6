{{ config(materialized='ephemeral') }}

with

nicknames as (
    select * from {{ ref('nicknames') }}
),

roots as (
    select
        name_key,
        coalesce(min(case when is_usual_root then root_key end), min(root_key)) as root_key,
        min(case when not is_usual_root then root_key end) as other_root_key
    from nicknames
    group by name_key
)

select * from roots
