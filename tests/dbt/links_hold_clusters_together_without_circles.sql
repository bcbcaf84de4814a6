-- A forest: records = clusters + links, and no link leaves its cluster.
with

counts as (
    select
        (select count(*) from {{ ref('clusters') }}) as records,
        (select count(distinct cluster_no) from {{ ref('clusters') }}) as clusters,
        (select count(*) from {{ ref('cluster_links') }}) as links,
        (
            select count(*)
            from {{ ref('cluster_links') }} as links
            inner join {{ ref('clusters') }} as cluster_l on links.record_no_l = cluster_l.record_no
            inner join {{ ref('clusters') }} as cluster_r on links.record_no_r = cluster_r.record_no
            where cluster_l.cluster_no <> cluster_r.cluster_no
        ) as leaving
)

select * from counts
where records <> clusters + links or leaving > 0
