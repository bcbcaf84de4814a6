{{ config(materialized='ephemeral') }}

with

merge_audit as (
    {{ optional_columns(
        source('hubspot', 'contact_merge_audit'),
        required=['canonical_vid', 'vid_to_merge'],
        optional=['timestamp']
    ) }}
),

-- Of several merges of one contact the last one holds.
ranked as (
    select
        vid_to_merge,
        canonical_vid,
        row_number() over (partition by vid_to_merge order by timestamp desc nulls last, canonical_vid asc) as newest_first
    from merge_audit
    where vid_to_merge <> canonical_vid
),

merges as (
    select
        vid_to_merge,
        canonical_vid
    from ranked
    where newest_first = 1
)

select * from merges
