with

records as (
    select * from {{ ref('standardized_records') }}
),

components as (
    select * from {{ ref('match_components') }}
),

broken_components as (
    select distinct component_no from {{ ref('guard_violations') }}
),

guarded_components as (
    select * from {{ ref('guarded_components') }}
),

clusters as (
    select
        records.record_no,
        case
            when components.record_no is null then records.record_no
            when broken_components.component_no is null then components.component_no
            else coalesce(guarded_components.component_no, records.record_no)
        end as cluster_no,
        row_number() over (
            order by records.source_created_at asc nulls last, records.record_no asc
        ) as age_rank
    from records
    left join components on records.record_no = components.record_no
    left join broken_components on components.component_no = broken_components.component_no
    left join guarded_components on records.record_no = guarded_components.record_no
)

select * from clusters
