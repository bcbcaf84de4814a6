with

scores as (select * from {{ ref('golden_scores') }}),

customers as (select * from {{ ref('customer_profiles') }}),

survivorship_orders as (select * from {{ ref('survivorship_orders') }}),

keyed as (
    select
        scores.*,
        {% for position in range(1, 7) -%}
        strategy_{{ position }},
        cast({{ strategy_score(position) }} as double) as key_{{ position }}{{ ',' if not loop.last }}
        {% endfor %}
    from scores
    inner join customers on scores.customer_id = customers.customer_id
    inner join survivorship_orders
        on
            scores.attribute_group = survivorship_orders.attribute_group
            and customers.customer_type = survivorship_orders.party_type
),

-- record_no follows record_id in binary order, so the order is total and the same on every engine.
ranked as (
    select
        *,
        row_number() over (
            partition by customer_id, attribute_group
            order by
                is_voting desc,
                {% for position in range(1, 7) -%}
                key_{{ position }} desc nulls last,
                {% endfor -%}
                record_no asc,
                {{ binary_order('value') }} asc
        ) as candidate_rank
    from keyed
),

winners as (
    select * from ranked
    where candidate_rank = 1
),

judged as (
    select
        ranked.customer_id,
        ranked.attribute_group,
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
            when ranked.value = winners.value then 'same_value'
            when not ranked.is_voting then 'not_voting'
            {% for position in range(1, 7) -%}
            when coalesce(ranked.key_{{ position }}, -1e18) < winners.key_{{ position }}
                then ranked.strategy_{{ position }}
            {% endfor -%}
            else 'tie_break'
        end as beaten_by
    from ranked
    inner join winners
        on ranked.customer_id = winners.customer_id and ranked.attribute_group = winners.attribute_group
)

select * from judged
