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

-- Records that are not live vote only where no live one does. record_no follows record_id in binary order, and a record's
-- values are numbered, so the order is total and the same on every engine.
ranked as (
    select
        *,
        row_number() over survival as candidate_rank,
        is_live or not first_value(is_live) over survival as is_voting,
        first_value(value_key) over survival as golden_value_key,
        {% for position in range(1, 7) -%}
        first_value(key_{{ position }}) over survival as golden_key_{{ position }}{{ ',' if not loop.last }}
        {% endfor %}
    from keyed
    window survival as (
        partition by slot_no
        order by
            is_live desc,
            {% for position in range(1, 7) -%}
            key_{{ position }} desc nulls last,
            {% endfor -%}
            record_no asc,
            value_no asc,
            source_system asc
    )
),

judged as (
    select
        customer_id,
        attribute_group,
        candidate_rank,
        record_no,
        source_system,
        value,
        valid_from,
        is_valid,
        is_voting,
        trust_score,
        value_count,
        completeness,
        case
            when candidate_rank = 1 then 'survived'
            when value_key = golden_value_key then 'same_value'
            when not is_voting then 'not_voting'
            {% for position in range(1, 7) -%}
            when coalesce(key_{{ position }}, -1e18) < golden_key_{{ position }} then strategy_{{ position }}
            {% endfor -%}
            else 'tie_break'
        end as beaten_by
    from ranked
)

select * from judged
