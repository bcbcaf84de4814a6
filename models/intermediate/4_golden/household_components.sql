{{ config(materialized='connected_components', node='customer_id') }}

with

household_edges as (select * from {{ ref('household_edges') }})

select
    customer_id_l,
    customer_id_r
from household_edges
