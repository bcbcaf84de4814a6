{{ config(materialized='ephemeral') }}

with

records as (
    select * from {{ ref('standardized_records') }} where compare_as_organization
),

frequencies as (
    select * from {{ ref('match_term_frequencies') }} where term_kind = 'organization_word'
),

words as (
    select distinct
        record_no,
        {{ unnest_list(words_of('organization_name_key')) }} as word
    from records
),

weighed as (
    select
        words.record_no,
        words.word,
        length(words.word) > 2 and coalesce(frequencies.usual_count, 0) < 50 as is_rare
    from words
    left join frequencies on words.word = frequencies.term
)

select * from weighed
