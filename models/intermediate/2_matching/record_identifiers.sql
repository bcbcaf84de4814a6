{{ config(materialized='ephemeral') }}

with

identifiers as (
    select * from {{ ref('standardized_identifiers') }} where is_valid
),

-- One bit a kind of identifier: two records state a kind in common when their bits overlap.
kinds as (
    select
        identifier_kind,
        cast(power(2, row_number() over (order by identifier_kind) - 1) as bigint) as kind_bit
    from identifiers
    group by identifier_kind
),

stated as (
    select
        identifiers.record_no,
        kinds.kind_bit,
        min(kinds.identifier_kind || ' ' || identifiers.identifier_value) as identifier
    from identifiers
    inner join kinds on identifiers.identifier_kind = kinds.identifier_kind
    group by identifiers.record_no, kinds.kind_bit
),

record_identifiers as (
    select
        record_no,
        min(identifier) as identifier,
        cast(sum(kind_bit) as bigint) as identifier_kinds
    from stated
    group by record_no
)

select * from record_identifiers
