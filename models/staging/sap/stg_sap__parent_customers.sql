{{ config(materialized='ephemeral') }}

with

hierarchy as (
    {{ optional_columns(
        source('sap', 'knvh'),
        required=['mandt', 'kunnr', 'hkunnr'],
        optional=['hityp', 'vkorg', 'datab', 'datbi', '_fivetran_deleted']
    ) }}
),

-- A customer can stand in a hierarchy per sales area and period: the node valid longest, then newest, is its parent.
hierarchy_by_validity as (
    select
        *,
        row_number() over (
            partition by mandt, kunnr
            order by
                coalesce(datbi, '') desc,
                coalesce(datab, '') desc,
                vkorg asc nulls last,
                hityp asc nulls last,
                hkunnr asc nulls last
        ) as node_rank
    from hierarchy
    where
        {{ first_filled('hkunnr') }} is not null
        and coalesce(lower(_fivetran_deleted), 'false') in ('false', 'f', '0')
),

parent_customers as (
    select
        mandt,
        kunnr,
        hkunnr
    from hierarchy_by_validity
    where node_rank = 1 and hkunnr <> kunnr
)

select * from parent_customers
