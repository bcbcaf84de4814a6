with

records as (
    select * from {{ ref('standardized_records') }}
),

links as (
    select
        record_no,
        merged_into_record_id as linked_record_id,
        'merged_into' as link_kind
    from records
    where merged_into_record_id is not null
    union all
    select
        record_no,
        same_as_record_id as linked_record_id,
        'same_as' as link_kind
    from records
    where same_as_record_id is not null
),

resolved as (
    select
        least(links.record_no, linked.record_no) as record_no_l,
        greatest(links.record_no, linked.record_no) as record_no_r,
        min(links.link_kind) as link_kind
    from links
    inner join records as linked on links.linked_record_id = linked.record_id
    where links.record_no <> linked.record_no
    group by 1, 2
)

select * from resolved
