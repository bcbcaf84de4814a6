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
        frequencies.frequency
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
        counted.frequency
    from counted
    where not exists (select 1 from trained)
),

with_counts as (
    select
        frequencies.*,
        frequencies.frequency * totals.frequency as usual_count
    from frequencies
    inner join frequencies as totals
        on
            totals.term_kind = 'records'
            and totals.term = case
                when frequencies.term_kind in ('given_name', 'family_name') then 'person'
                else 'organization'
            end
    where frequencies.term_kind <> 'records'
    union all
    select
        *,
        frequency as usual_count
    from frequencies
    where term_kind = 'records'
)

select * from with_counts
