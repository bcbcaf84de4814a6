with

chosen as (
    select * from {{ ref('match_parameter_version') }}
),

counted as (
    select * from {{ ref('match_term_counts') }}
),

trained as (
    select
        frequencies.term_kind,
        frequencies.term,
        cast(frequencies.frequency as double) as record_count
    from {{ ref('stg_state__match_term_frequencies') }} as frequencies
    inner join chosen on frequencies.parameter_version = chosen.parameter_version
),

-- The shipped parameters come without frequencies: those of the data at hand serve.
frequencies as (
    select * from trained
    union all
    select
        counted.term_kind,
        counted.term,
        cast(counted.record_count as double) as record_count
    from counted
    where not exists (select 1 from trained)
)

select * from frequencies
