with

texts as (select * from {{ ref('organization_name_texts') }}),

legal_forms as (select * from {{ ref('legal_forms') }}),

standardized_countries as (select * from {{ ref('standardized_countries') }}),

elf_codes as (select * from {{ ref('legal_form_elf_codes') }}),

-- The longest form at the end wins, then one in front (SARL Dupont).
forms_found as (
    select
        texts.*,
        coalesce(
            {%- for count in [5, 4, 3, 2, 1] %}
            case when behind_{{ count }}.legal_form is not null then {{ count }} end,
            {%- endfor %} 0) as words_behind,
        case when front_2.legal_form is not null then 2 when front_1.legal_form is not null then 1 else 0 end as words_in_front,
        coalesce(
            {%- for count in [5, 4, 3, 2, 1] %}
            behind_{{ count }}.legal_form,
            {%- endfor %} front_2.legal_form, front_1.legal_form) as legal_form,
        coalesce(
            {%- for count in [5, 4, 3, 2, 1] %}
            behind_{{ count }}.countries,
            {%- endfor %} front_2.countries, front_1.countries) as form_countries
    from texts
    {%- for count in [5, 4, 3, 2, 1] %}
    left join legal_forms as behind_{{ count }} on {{ last_words('texts.folded_name', count) }} = behind_{{ count }}.legal_form_key
    {%- endfor %}
    left join legal_forms as front_1 on split_part(texts.folded_name, ' ', 1) = front_1.legal_form_key
    left join legal_forms as front_2
        on split_part(texts.folded_name, ' ', 1) || ' ' || split_part(texts.folded_name, ' ', 2) = front_2.legal_form_key
),

keyed as (
    select
        *,
        case when words_behind + words_in_front < {{ count_words('folded_name') }} then legal_form end as legal_form_found,
        {{ core_organization_name('folded_name', 'words_behind', 'words_in_front') }} as core_name
    from forms_found
),

trading_names as (
    select record_no, name, {{ fold_umlauts('core_name') }} as name_key
    from keyed
    where is_trading_name
),

standardized_organization_names as (
    select
        keyed.record_no,
        keyed.shown_name as organization_name,
        keyed.folded_name,
        keyed.legal_form_found as legal_form,
        elf_codes.elf_code,
        {{ fold_umlauts('keyed.core_name') }} as organization_name_key,
        trading_names.name as trading_name,
        trading_names.name_key as trading_name_key
    from keyed
    left join trading_names on keyed.record_no = trading_names.record_no
    left join standardized_countries on keyed.country_text = standardized_countries.country_text
    -- A form that one country alone has is that country's, wherever the address is.
    left join elf_codes
        on
            keyed.legal_form_found = elf_codes.legal_form
            and elf_codes.country
            = case when length(keyed.form_countries) = 2 then keyed.form_countries else standardized_countries.country end
    where not keyed.is_trading_name
)

select * from standardized_organization_names
