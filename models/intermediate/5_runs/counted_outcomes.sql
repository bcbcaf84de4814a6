with

record_customers as (
    select * from {{ ref('record_customers') }}
),

identity_events as (
    select * from {{ ref('next_identity_events') }}
),

build_runs as (
    select * from {{ ref('recorded_runs') }}
),

scored_pairs as (
    select * from {{ ref('scored_pairs') }}
),

household_members as (
    select * from {{ ref('household_members') }}
),

customer_sizes as (
    select
        customer_id,
        count(*) as record_count
    from record_customers
    where record_no is not null
    group by customer_id
),

customers as (
    select
        count(*) as customers,
        count(case when record_count > 1 then 1 end) as customers_of_several_records
    from customer_sizes
),

merged_customers as (
    select count(*) as customers_merged
    from identity_events
    where
        event = 'merged'
        and version > (select coalesce(max(published_version), 0) from build_runs)
),

pairs as (
    select
        count(case when decision_before_guards = 'match' then 1 end) as pairs_matched,
        count(case when decision_before_guards = 'related' then 1 end) as pairs_related
    from scored_pairs
),

households as (
    select count(distinct household_id) as households
    from household_members
),

{%- set counts = {
    'customers': ['customers', 'customers_of_several_records'],
    'merged_customers': ['customers_merged'],
    'pairs': ['pairs_matched', 'pairs_related'],
    'households': ['households'],
} %}

final as (
    {%- for relation, measures in counts.items() %}
        {%- set last_relation = loop.last %}
        {%- for measure in measures %}
            select
                cast('all' as {{ dbt.type_string() }}) as source_system,
                cast('all' as {{ dbt.type_string() }}) as source_object,
                '{{ measure }}' as measure,
                {{ measure }} as amount
            from {{ relation }}
            {{ 'union all' if not (loop.last and last_relation) }}
        {%- endfor %}
    {%- endfor %}
)

select * from final
