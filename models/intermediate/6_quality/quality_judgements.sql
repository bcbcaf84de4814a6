{{ config(materialized='ephemeral') }}

with

quality_facts as (select * from {{ ref('quality_facts') }}),

data_quality_rules as (select * from {{ ref('data_quality_rules') }}),

judged as (
    {%- for rule in quality_rules() %}
    select
        record_no,
        party_type,
        country_code,
        '{{ rule.name }}' as rule,
        coalesce({{ rule.fails }}, false) as is_failed
    from quality_facts
    where {{ rule.applies }}
    {{ 'union all' if not loop.last }}
    {%- endfor %}
),

quality_judgements as (
    select
        judged.record_no,
        judged.country_code,
        judged.rule,
        data_quality_rules.dimension,
        data_quality_rules.attribute,
        data_quality_rules.severity,
        judged.is_failed
    from judged
    inner join data_quality_rules
        on judged.rule = data_quality_rules.rule and data_quality_rules.party_type in (judged.party_type, '*')
)

select * from quality_judgements
