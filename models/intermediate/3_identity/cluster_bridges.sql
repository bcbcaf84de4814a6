with

lone_links as (
    select * from {{ ref('lone_links') }}
),

parts as (
    select
        record_no,
        component_no,
        count(*) over (partition by component_no) as record_count
    from {{ ref('cluster_parts') }}
),

between_parts as (
    select
        lone_links.*,
        l.record_count as record_count_l,
        r.record_count as record_count_r,
        count(*) over (
            partition by least(l.component_no, r.component_no), greatest(l.component_no, r.component_no)
        ) as link_count
    from lone_links
    inner join parts as l on lone_links.record_no_l = l.record_no
    inner join parts as r on lone_links.record_no_r = r.record_no
    where l.component_no <> r.component_no
),

bridges as (
    select
        record_no_l,
        record_no_r,
        edge_kind,
        match_probability,
        cluster_no,
        record_count_l,
        record_count_r
    from between_parts
    where link_count = 1
)

select * from bridges
