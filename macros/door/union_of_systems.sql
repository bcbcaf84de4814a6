{#- All source systems' rows under one another: union_of_systems('customers') -> select * from stg_salesforce__customers union all ...
    A listed system without the model stg_<system>__<what> stops the parser, which names the model it misses. -#}
{% macro union_of_systems(what) -%}
    {%- if not var('source_systems') -%}
        {{ exceptions.raise_compiler_error("var source_systems is empty: name at least one system of models/staging in dbt_project.yml.") }}
    {%- endif -%}
    {%- for system in var('source_systems') -%}
        {{ 'union all\n    ' if not loop.first }}select * from {{ ref('stg_' ~ system ~ '__' ~ what) }}
    {% endfor -%}
{%- endmacro %}
