-- How many pairs would match, and how many wait for a steward, at other thresholds?
--   dbt show --select analysis:threshold_sweep
with

patterns as (
    select * from {{ ref('match_patterns') }}
),

thresholds as (
    {%- for threshold in [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 0.999] %}
    select cast({{ threshold }} as {{ column_type('double') }}) as match_threshold
    {{ 'union all' if not loop.last }}
    {%- endfor %}
),

sweep as (
    select
        thresholds.match_threshold,
        sum(case when patterns.match_probability >= thresholds.match_threshold then patterns.pair_count else 0 end) as matches,
        sum(
            case
                when
                    patterns.match_probability >= {{ setting('review_threshold') }}
                    and patterns.match_probability < thresholds.match_threshold
                    then patterns.pair_count
                else 0
            end
        ) as reviews,
        -- What the model itself expects to be wrong among the matches.
        sum(
            case
                when patterns.match_probability >= thresholds.match_threshold
                    then patterns.pair_count * (1 - patterns.match_probability)
                else 0
            end
        ) as expected_wrong_matches
    from patterns
    cross join thresholds
    group by thresholds.match_threshold
)

select * from sweep
order by match_threshold
