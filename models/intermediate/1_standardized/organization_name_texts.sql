{{ config(materialized='ephemeral') }}

with

source_records as (select * from {{ ref('source_records') }}),

tidied as (
    select
        record_no,
        country as country_text,
        {{ tidy_text('coalesce(organization_name, full_name)') }} as shown_name
    from source_records
    where organization_name is not null or (full_name is not null and given_name is null and family_name is null)
),

with_tail as (
    select *, {{ has_name_tail('shown_name') }} as has_tail
    from tidied
    where shown_name is not null
),

-- The name itself and the one traded under: both have a legal form and a core.
names as (
    select
        record_no,
        country_text,
        shown_name,
        false as is_trading_name,
        case when has_tail then {{ name_before_tail('shown_name') }} else shown_name end as name
    from with_tail
    union all
    select record_no, country_text, shown_name, true as is_trading_name, {{ trading_name('shown_name') }} as name
    from with_tail
    where has_tail
),

-- Dots join what they abbreviate (S.A., S. A. -> sa).
joined as (
    select *, replace(replace(replace({{ join_initials('name') }}, '.', ''), '''', ''), '’', '') as joined_name
    from names
    where name is not null
),

organization_name_texts as (
    select record_no, country_text, shown_name, is_trading_name, name, {{ fold_text('joined_name') }} as folded_name
    from joined
)

select * from organization_name_texts
