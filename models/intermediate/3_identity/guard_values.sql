with

records as (
    select * from {{ ref('standardized_records') }}
),

identifiers as (
    select * from {{ ref('standardized_identifiers') }}
),

decisions as (
    select * from {{ ref('decisions_in_force') }}
),

components as (
    select * from {{ ref('match_components') }}
),

-- Where one customer's records often disagree on the birth date, it tells nobody apart.
birth_date_errors as (
    select p_match as error_rate
    from {{ ref('match_parameters') }}
    where match_model = 'person' and comparison = 'birth_date' and level = 0
),

held as (
    select record_no, identifier_kind as guard, identifier_value as guard_value
    from identifiers
    where is_valid and identifier_kind in ({{ quoted_list(var('unique_identifier_kinds')) }})
    union all
    select records.record_no, 'birth_date' as guard, cast(records.birth_date as {{ dbt.type_string() }}) as guard_value
    from records
    cross join birth_date_errors
    where records.birth_date_precision = 'day' and birth_date_errors.error_rate <= {{ var('birth_date_guard_errors') }}
    {%- for source in setting('duplicate_free_sources') %}
    union all
    select
        record_no,
        'one_record_of:{{ source }}' as guard,
        cast(record_no as {{ dbt.type_string() }}) as guard_value
    from records
    where record_status = 'live' and '{{ source }}' in (source_system, source_system || ':' || source_object)
    {%- endfor %}
    union all
    select
        record_no_l as record_no,
        'steward_decision:' || cast(decision_no as {{ dbt.type_string() }}) as guard,
        'l' as guard_value
    from decisions
    where decision = 'different'
    union all
    select
        record_no_r as record_no,
        'steward_decision:' || cast(decision_no as {{ dbt.type_string() }}) as guard,
        'r' as guard_value
    from decisions
    where decision = 'different'
),

held_in_components as (
    select distinct components.component_no, held.record_no, held.guard, held.guard_value
    from held
    inner join components on held.record_no = components.record_no
),

-- one value alone in its component can be in nobody's way
contested as (
    select component_no, guard
    from held_in_components
    group by component_no, guard
    having min(guard_value) <> max(guard_value)
)

select held_in_components.*
from held_in_components
inner join contested
    on held_in_components.component_no = contested.component_no and held_in_components.guard = contested.guard
