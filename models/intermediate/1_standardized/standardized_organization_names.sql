with

source_records as (select * from {{ ref('source_records') }}),

legal_forms as (select * from {{ ref('legal_forms') }}),

tidied as (
    select
        record_no,
        {{ tidy_text('coalesce(organization_name, full_name)') }} as shown_name
    from source_records
    where organization_name is not null or (full_name is not null and given_name is null and family_name is null)
),

-- Dots join what they abbreviate (S.A. -> sa).
joined as (
    select record_no, shown_name, replace(replace(replace(shown_name, '.', ''), '''', ''), '’', '') as joined_name
    from tidied
    where shown_name is not null
),

folded as (
    select record_no, shown_name, {{ fold_text('joined_name') }} as folded_name from joined
),

-- The longest form at the end wins, then one in front (SARL Dupont).
forms_found as (
    select
        folded.record_no,
        folded.shown_name,
        folded.folded_name,
        coalesce(
            {%- for count in [5, 4, 3, 2, 1] %}
            case when behind_{{ count }}.legal_form is not null then {{ count }} end,
            {%- endfor %} 0) as words_behind,
        case when front_2.legal_form is not null then 2 when front_1.legal_form is not null then 1 else 0 end as words_in_front,
        coalesce(
            {%- for count in [5, 4, 3, 2, 1] %}
            behind_{{ count }}.legal_form,
            {%- endfor %} front_2.legal_form, front_1.legal_form) as legal_form
    from folded
    {%- for count in [5, 4, 3, 2, 1] %}
    left join legal_forms as behind_{{ count }} on {{ last_words('folded.folded_name', count) }} = behind_{{ count }}.legal_form_key
    {%- endfor %}
    left join legal_forms as front_1 on split_part(folded.folded_name, ' ', 1) = front_1.legal_form_key
    left join legal_forms as front_2
        on split_part(folded.folded_name, ' ', 1) || ' ' || split_part(folded.folded_name, ' ', 2) = front_2.legal_form_key
),

named as (
    select
        record_no,
        shown_name as organization_name,
        folded_name,
        case when words_behind + words_in_front < {{ count_words('folded_name') }} then legal_form end as legal_form,
        {{ core_organization_name('folded_name', 'words_behind', 'words_in_front') }} as core_name
    from forms_found
),

standardized_organization_names as (
    select
        record_no,
        organization_name,
        folded_name,
        legal_form,
        {{ fold_umlauts('core_name') }} as organization_name_key
    from named
)

select * from standardized_organization_names
