{{ config(materialized='connected_components') }}

with

match_edges as (
    select * from {{ ref('match_edges') }}
)

select record_no_l, record_no_r
from match_edges
where not is_split_out
