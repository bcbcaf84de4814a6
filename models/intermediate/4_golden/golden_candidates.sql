with

scores as (select * from {{ ref('golden_scores') }}),

survivorship_orders as (select * from {{ ref('survivorship_orders') }}),

keyed as (
    select
        scores.*,
        {% for position in range(1, 7) -%}
        cast({{ strategy_score(position) }} as {{ column_type('double') }}) as key_{{ position }}{{ ',' if not loop.last }}
        {% endfor %}
    from scores
    inner join survivorship_orders
        on
            scores.attribute_group_no = survivorship_orders.attribute_group_no
            and scores.customer_type = survivorship_orders.party_type
),

-- record_no follows record_id in binary order, so the order is total and the same on every engine.
ranked as (
    select
        *,
        row_number() over best_first as candidate_rank,
        first_value(value) over best_first as golden_value,
        {% for position in range(1, 7) -%}
        first_value(key_{{ position }}) over best_first as golden_key_{{ position }},
        {% endfor -%}
        -- Records that are not live have a say only if no live one says anything.
        is_live or not first_value(is_live) over best_first as is_voting
    from keyed
    window best_first as (
        partition by customer_id, attribute_group_no
        order by
            is_live desc,
            {% for position in range(1, 7) -%}
            key_{{ position }} desc nulls last,
            {% endfor -%}
            record_no asc,
            value_no asc
    )
),

-- The strategies' names join again: to carry them through the window takes longer.
judged as (
    select
        ranked.customer_id,
        survivorship_orders.attribute_group,
        ranked.candidate_rank,
        ranked.record_no,
        ranked.source_system,
        ranked.value,
        ranked.valid_from,
        ranked.is_valid,
        ranked.is_voting,
        ranked.trust_score,
        ranked.value_count,
        ranked.completeness,
        case
            when ranked.candidate_rank = 1 then 'survived'
            when ranked.value = ranked.golden_value then 'same_value'
            when not ranked.is_voting then 'not_voting'
            {% for position in range(1, 7) -%}
            when coalesce(ranked.key_{{ position }}, -1e18) < ranked.golden_key_{{ position }}
                then survivorship_orders.strategy_{{ position }}
            {% endfor -%}
            else 'tie_break'
        end as beaten_by
    from ranked
    inner join survivorship_orders
        on
            ranked.attribute_group_no = survivorship_orders.attribute_group_no
            and ranked.customer_type = survivorship_orders.party_type
)

select * from judged
