{{ config(materialized='ephemeral') }}

with

{% for model in match_models() -%}
{{ model.name }}_places as (
    select
        record_no,
        row_number() over (order by {{ hash_key(['record_no']) }} asc, record_no asc) - 1 as place,
        count(*) over () as record_count
    from {{ ref(model.name ~ '_features') }}
),

-- Each record and the one that stands so many places on, in an order that nothing in them decides: all pairs where
-- there are few records, else as many as var random_pairs says.
{{ model.name }}_shifts as (
    select
        place + 1 as shift,
        record_count
    from {{ model.name }}_places
    where place < least(floor((record_count - 1) / 2), ceil({{ var('random_pairs') }} / record_count))
),

{{ model.name }}_pairs as (
    select
        least(l.record_no, r.record_no) as record_no_l,
        greatest(l.record_no, r.record_no) as record_no_r,
        {{ model.no }} as match_model_no,
        0 as rule_no
    from {{ model.name }}_places as l
    cross join {{ model.name }}_shifts as shifts
    inner join {{ model.name }}_places as r on r.place = (l.place + shifts.shift) % l.record_count
),

{% endfor -%}
drawn as (
    {% for model in match_models() -%}
    select * from {{ model.name }}_pairs
    {{ 'union all' if not loop.last }}
    {% endfor %}
),

random_pairs as (
    select drawn.*
    from drawn
    left join {{ ref('blocked_pairs') }} as blocked
        on
            drawn.record_no_l = blocked.record_no_l
            and drawn.record_no_r = blocked.record_no_r
            and drawn.match_model_no = blocked.match_model_no
    where blocked.record_no_l is null
)

select * from random_pairs
