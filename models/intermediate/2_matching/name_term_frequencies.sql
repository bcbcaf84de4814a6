{{ config(materialized='ephemeral') }}

with

name_terms as (
    select * from {{ ref('name_terms') }}
),

frequencies as (
    select * from {{ ref('match_term_frequencies') }}
),

-- A name that the parameters do not know is as rare as can be.
name_term_frequencies as (
    select
        name_terms.*,
        coalesce(frequencies.usual_count, 2.0) as usual_count,
        totals.usual_count as records_in_all
    from name_terms
    inner join frequencies as totals on totals.term_kind = 'records' and totals.term = 'person'
    left join frequencies on name_terms.term_kind = frequencies.term_kind and name_terms.term = frequencies.term
)

select * from name_term_frequencies
