with

survivorship_rules as (select * from {{ ref('survivorship_rules') }}),

value_groups as (select * from {{ ref('value_groups') }}),

party_types as (
    select 'person' as party_type
    union all
    select 'organization' as party_type
    union all
    select 'uncertain' as party_type
),

applicable as (
    select
        value_groups.attribute_group_no,
        value_groups.attribute_group,
        party_types.party_type,
        survivorship_rules.position,
        survivorship_rules.strategy,
        dense_rank() over (
            partition by value_groups.attribute_group, party_types.party_type
            order by
                case when survivorship_rules.attribute_group = '*' then 1 else 0 end,
                case when survivorship_rules.party_type = '*' then 1 else 0 end
        ) as specificity_rank
    from value_groups
    cross join party_types
    inner join survivorship_rules
        on
            survivorship_rules.attribute_group in (value_groups.attribute_group, '*')
            and survivorship_rules.party_type in (party_types.party_type, '*')
),

one_row_each as (
    select
        attribute_group_no,
        attribute_group,
        party_type,
        {% for position in range(1, 7) -%}
        max(case when position = {{ position }} then strategy end) as strategy_{{ position }}{{ ',' if not loop.last }}
        {% endfor %}
    from applicable
    where specificity_rank = 1
    group by attribute_group_no, attribute_group, party_type
)

select * from one_row_each
