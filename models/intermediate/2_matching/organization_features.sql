with

records as (
    select * from {{ ref('standardized_records') }} where compare_as_organization
),

evidence as (
    select * from {{ ref('record_evidence') }}
),

frequencies as (
    select * from {{ ref('match_term_frequencies') }}
),

features as (
    select
        evidence.*,
        records.organization_name_key as name,
        {{ sorted_words('records.organization_name_key') }} as sorted_name,
        substr(records.organization_name_key, 1, 1) as name_initial,
        substr(records.organization_name_key, 1, 5) as name_start,
        case
            when records.organization_name_key like '% % %'
                then {{ replace_pattern('records.organization_name_key', '([a-z0-9])[a-z0-9]*( |$)', '\\1') }}
        end as acronym,
        records.trading_name_key as trading_name,
        records.legal_form,
        1 as email_is_telling,
        case
            when names.usual_count is null then 2
            when names.usual_count < 30 then 1
            else 0
        end as name_rarity
    from records
    inner join evidence on records.record_no = evidence.record_no
    left join frequencies as names
        on names.term_kind = 'organization_name' and records.organization_name_key = names.term
)

select * from features
