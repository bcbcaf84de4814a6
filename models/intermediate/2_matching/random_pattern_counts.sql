with

random_pairs as (
    select * from {{ ref('random_pairs') }}
),

compared as (
    {{ compared_pairs_of('random_pairs') | indent(4) }}
),

counted as (
    select
        match_model_no,
        pattern_no,
        count(*) as pair_count
    from compared
    group by 1, 2
),

records as (
    {% for model in match_models() -%}
    select
        {{ model.no }} as match_model_no,
        cast(count(*) as double) as record_count
    from {{ ref(model.name ~ '_features') }}
    {{ 'union all' if not loop.last }}
    {% endfor %}
),

blocked as (
    select
        match_model_no,
        sum(pair_count) as pair_count
    from {{ ref('match_pattern_counts') }}
    group by match_model_no
),

-- A random pair stands for so many of those that no rule made.
weighed as (
    select
        counted.*,
        (records.record_count * (records.record_count - 1) / 2 - coalesce(blocked.pair_count, 0))
        / sum(counted.pair_count) over (partition by counted.match_model_no) as pair_weight
    from counted
    inner join records on counted.match_model_no = records.match_model_no
    left join blocked on counted.match_model_no = blocked.match_model_no
)

select * from weighed
