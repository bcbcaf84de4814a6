-- The weights of a pair's explanation sum to its match_weight.
with

pairs as (
    select * from {{ ref('match_pairs_explained') }}
    where match_weight is not null
),

summed as (
    select
        record_id_l,
        record_id_r,
        match_weight,
        prior_weight + other_rival_weight
        {% for comparison in comparison_names() -%}
        + coalesce({{ comparison }}_weight, 0)
        {% endfor %} as sum_of_weights
    from pairs
)

select * from summed
where sum_of_weights is null or abs(sum_of_weights - match_weight) > 1e-9 * greatest(1.0, abs(match_weight))
