with

source_trust as (select * from {{ ref('source_trust') }}),

value_groups as (select * from {{ ref('value_groups') }}),

trust_order as (
    {% for source_system in var('source_systems') -%}
    select
        '{{ source_system }}' as source_system,
        cast({{ 1 - loop.index0 / (2 * loop.length) }} as {{ column_type('double') }}) as order_factor
    {%- if not loop.last %}
    union all
    {% endif %}
    {%- endfor %}
),

applicable as (
    select
        trust_order.source_system,
        value_groups.attribute_group_no,
        value_groups.attribute_group,
        source_trust.half_life_days,
        source_trust.invalid_factor,
        case when source_trust.source_system = '*' then trust_order.order_factor else 1.0 end * source_trust.trust
            as trust,
        row_number() over (
            partition by trust_order.source_system, value_groups.attribute_group
            order by
                case when source_trust.source_system = '*' then 1 else 0 end,
                case when source_trust.attribute_group = '*' then 1 else 0 end
        ) as specificity_rank
    from trust_order
    cross join value_groups
    inner join source_trust
        on
            source_trust.source_system in (trust_order.source_system, '*')
            and source_trust.attribute_group in (value_groups.attribute_group, '*')
),

most_specific as (
    select
        source_system,
        attribute_group_no,
        attribute_group,
        cast(trust as {{ column_type('double') }}) as trust,
        half_life_days,
        invalid_factor
    from applicable
    where specificity_rank = 1
)

select * from most_specific
