{{ config(materialized='ephemeral') }}

with

standardized_identifiers as (select * from {{ ref('standardized_identifiers') }}),

identifier_columns as (
    select
        record_no
        {%- for attribute in var('canonical_attributes') | selectattr('group', 'equalto', 'identifiers') | map(attribute='name') %}
            ,
            max(case when attribute = '{{ attribute }}' then identifier_value end) as {{ attribute }}
    
            {%- endfor %}
    from standardized_identifiers
    where is_valid
    group by record_no
)

select * from identifier_columns
