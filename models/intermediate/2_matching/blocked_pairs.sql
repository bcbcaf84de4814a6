with

keys as (
    select * from {{ ref('usable_blocking_keys') }}
),

pairs as (
    {{ pairs_of_keys('keys', 'keys') | indent(4) }}
),

first_rules as (
    {{ first_rules_of('pairs') | indent(4) }}
)

select * from first_rules
