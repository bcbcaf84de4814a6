{{ config(materialized='spanning_forest', guard_values='guard_violations') }}

-- depends_on: {{ ref('guard_violations') }}
with

match_edges as (
    select * from {{ ref('match_edges') }}
)

select
    record_no_l,
    record_no_r,
    edge_kind,
    match_probability,
    strength_rank
from match_edges
where not is_split_out
