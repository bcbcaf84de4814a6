with

published_crosswalk as (
    select * from {{ ref('published_crosswalk') }}
),

records as (
    select * from {{ ref('standardized_records') }}
),

clusters as (
    select * from {{ ref('clusters') }}
),

claims as (
    select
        clusters.cluster_no,
        published_crosswalk.customer_id,
        count(*) as record_count,
        min(clusters.age_rank) as oldest_age_rank
    from published_crosswalk
    inner join records on published_crosswalk.record_id = records.record_id
    inner join clusters on records.record_no = clusters.record_no
    group by clusters.cluster_no, published_crosswalk.customer_id
),

followed as (
    select
        *,
        row_number() over (
            partition by customer_id order by record_count desc, oldest_age_rank asc
        ) = 1 as is_followed
    from claims
),

kept as (
    select
        *,
        is_followed and customer_id = min(case when is_followed then customer_id end) over (
            partition by cluster_no
        ) as is_kept
    from followed
)

select * from kept
