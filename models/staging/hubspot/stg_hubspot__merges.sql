{{ config(materialized='ephemeral') }}

with

audits as (
    {{ optional_columns(source('hubspot', 'contact_merge_audit'), required=['canonical_vid', 'vid_to_merge']) }}
),

-- A contact is merged away once; should the audit say so twice, one of the rows is taken.
merged as (
    select
        vid_to_merge,
        max(canonical_vid) as canonical_vid
    from audits
    where vid_to_merge <> canonical_vid
    group by vid_to_merge
)

select * from merged
