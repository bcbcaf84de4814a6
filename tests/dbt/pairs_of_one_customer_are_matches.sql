-- A pair is a match exactly when its records are in one customer.
with

pairs as (select * from {{ ref('match_pairs_explained') }})

select * from pairs
where (decision = 'match') <> (customer_id_l = customer_id_r)
