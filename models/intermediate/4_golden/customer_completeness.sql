{{ config(materialized='ephemeral') }}

with

golden_values as (select * from {{ ref('golden_values') }}),

customers as (select * from {{ ref('customer_profiles') }}),

completeness_weights as (select * from {{ ref('completeness_weights') }}),

expected as (
    select
        party_type,
        sum(weight) as total_weight
    from completeness_weights
    group by party_type
),

weighed as (
    select
        customers.customer_id,
        cast(
            sum(completeness_weights.weight * golden_values.completeness)
            / nullif(max(expected.total_weight), 0) as {{ column_type('double') }}
        ) as completeness
    from golden_values
    inner join customers on golden_values.customer_id = customers.customer_id
    inner join completeness_weights
        on
            customers.customer_type = completeness_weights.party_type
            and golden_values.attribute_group = completeness_weights.attribute_group
    inner join expected on customers.customer_type = expected.party_type
    where golden_values.is_valid
    group by customers.customer_id
)

select * from weighed
