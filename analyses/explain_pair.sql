-- Why do two compared records match, or not? The same numbers as `customer-master explain`, as a table.
--   dbt show --select analysis:explain_pair --vars '{record_id_l: "salesforce:contact:1", record_id_r: "sap:kna1:2"}'
with

records as (
    select * from {{ ref('standardized_records') }}
    where record_id in ({{ quoted_list([var('record_id_l', ''), var('record_id_r', '')]) }})
),

pair as (
    select
        min(record_no) as record_no_l,
        max(record_no) as record_no_r
    from records
),

scored_pairs as (
    select * from {{ ref('scored_pairs') }}
),

terms as (
    select * from {{ ref('match_explanation_terms') }}
)

select
    scored_pairs.blocking_rule,
    terms.term,
    terms.label,
    terms.weight,
    sum(terms.weight) over (partition by terms.match_model order by terms.term_no) as match_weight_so_far
from pair
inner join scored_pairs on pair.record_no_l = scored_pairs.record_no_l and pair.record_no_r = scored_pairs.record_no_r
inner join terms on scored_pairs.match_model = terms.match_model and scored_pairs.pattern_no = terms.pattern_no
order by terms.term_no
