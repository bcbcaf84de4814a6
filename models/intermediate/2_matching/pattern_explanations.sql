{{ config(materialized='ephemeral') }}

with

terms as (select * from {{ ref('match_explanation_terms') }}),

one_row_each as (
    select
        match_model,
        pattern_no,
        {% for comparison in comparison_names() -%}
        max(case when term = '{{ comparison }}' then label end) as {{ comparison }}_level,
        {% endfor -%}
        {% for comparison in comparison_names() -%}
        sum(case when term = '{{ comparison }}' then weight end) as {{ comparison }}_weight,
        {% endfor -%}
        sum(case when term = 'prior' then weight end) as prior_weight,
        sum(case when term = 'other_rival' then weight end) as other_rival_weight
    from terms
    group by match_model, pattern_no
)

select * from one_row_each
