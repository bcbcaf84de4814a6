with

source_records as (select * from {{ ref('source_records') }}),

persons as (select * from {{ ref('standardized_person_names') }}),

organizations as (select * from {{ ref('standardized_organization_names') }}),

known_given_names as (select * from {{ ref('known_given_names') }}),

organization_words as (select distinct word_key from {{ ref('organization_words') }}),

junk_values as (select distinct value_key, issue from {{ ref('junk_values') }} where kind in ('any', 'organization')),

names as (
    select
        source_records.record_no,
        lower(source_records.party_type) as told_type,
        source_records.organization_name is not null as has_organization_column,
        persons.is_whole_name,
        coalesce(persons.given_name_key, persons.family_name_key) is not null as has_person,
        coalesce(persons.looks_personal, false) or known_given_names.given_name_key is not null as looks_personal,
        organizations.organization_name,
        organizations.organization_name_key,
        organizations.folded_name,
        {%- for place in [1, 2, 3, -1] %}
        case when persons.is_whole_name then split_part(organizations.folded_name, ' ', {{ place }}) end as word_{{ loop.index }},
        {%- endfor %}
        organizations.legal_form,
        organizations.elf_code,
        organizations.trading_name,
        organizations.trading_name_key,
        coalesce(junk_values.issue, case when not {{ has_pattern('organizations.folded_name', '[^0-9 ]') }} then 'junk' end)
            as organization_name_issue
    from source_records
    left join persons on source_records.record_no = persons.record_no
    left join organizations on source_records.record_no = organizations.record_no
    left join known_given_names on split_part(persons.given_name_key, ' ', 1) = known_given_names.given_name_key
    left join junk_values on organizations.folded_name = junk_values.value_key
),

-- A name in one text says by its words what it names; words in the middle of a long name say nothing more.
words_judged as (
    select
        names.*,
        organization_name is not null and organization_name_issue is null as has_organization,
        legal_form is not null or coalesce(
            {%- for place in [1, 2, 3, -1] %}
            organization_word_{{ loop.index }}.word_key{{ ',' if not loop.last }}
            {%- endfor %}) is not null or {{ has_pattern('folded_name', '[0-9]') }} as looks_organizational
    from names
    {%- for place in [1, 2, 3, -1] %}
    left join organization_words as organization_word_{{ loop.index }}
        on names.word_{{ loop.index }} = organization_word_{{ loop.index }}.word_key
    {%- endfor %}
),

standardized_parties as (
    select
        record_no,
        has_person,
        has_organization,
        has_organization_column,
        organization_name,
        legal_form,
        elf_code,
        organization_name_key,
        trading_name,
        trading_name_key,
        organization_name_issue,
        {{ decide_party_type() }} as party_type
    from words_judged
)

select * from standardized_parties
