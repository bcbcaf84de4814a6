-- The terms of every pattern sum to its match_weight.
with

terms as (
    select
        match_model,
        pattern_no,
        sum(weight) as sum_of_weights
    from {{ ref('match_explanation_terms') }}
    group by match_model, pattern_no
)

select
    patterns.match_model,
    patterns.pattern_no,
    patterns.match_weight,
    terms.sum_of_weights
from {{ ref('match_patterns') }} as patterns
left join terms on patterns.match_model = terms.match_model and patterns.pattern_no = terms.pattern_no
where terms.sum_of_weights is null or abs(terms.sum_of_weights - patterns.match_weight) > 1e-9 * greatest(1.0, abs(patterns.match_weight))
