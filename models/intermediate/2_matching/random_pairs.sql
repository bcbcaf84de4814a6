{{ config(materialized='ephemeral') }}

with

-- Blocks that nothing but the country decides: all pairs of a country where they are few, else about as many as var
-- random_pairs says. Names, cities and numbers have a country, and so have the pairs that are hard to tell apart.
{% for model in match_models() -%}
{{ model.name }}_counts as (
    select
        record_no,
        coalesce(country, '') as country,
        {{ drawn_number('record_no') }} as drawn_number,
        cast(greatest(1, floor(
            cast(count(*) over (partition by country) as {{ column_type('double') }}) * count(*) over () / {{ 2 * var('random_pairs') }}
        )) as bigint) as block_count
    from {{ ref(model.name ~ '_features') }}
),

{{ model.name }}_blocks as (
    select
        record_no,
        country,
        block_count,
        drawn_number % block_count as block_no
    from {{ model.name }}_counts
),

{% endfor -%}
drawn as (
    {% for model in match_models() -%}
    select
        l.record_no as record_no_l,
        r.record_no as record_no_r,
        {{ model.no }} as match_model_no,
        l.block_count
    from {{ model.name }}_blocks as l
    inner join {{ model.name }}_blocks as r on l.country = r.country and l.block_no = r.block_no
    where l.record_no < r.record_no
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
