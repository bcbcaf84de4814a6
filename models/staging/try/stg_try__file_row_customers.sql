with
{% set attributes = var('canonical_attributes') | selectattr('try') | map(attribute='name') | list %}
file_rows as (
    {{ optional_columns(source('try', 'file_row'), required=['row_key', 'source_name'], optional=attributes) }}
),

{%- set expressions = {'customer_role': "'account'"} %}
{%- for attribute in attributes %}{% do expressions.update({attribute: attribute}) %}{% endfor %}

customers as (
    select
        'try:' || source_name || ':' || row_key as record_id,
        cast('try' as {{ dbt.type_string() }}) as source_system,
        source_name as source_object,
        row_key as source_key,
        {{ canonical_columns(expressions) }}
    from file_rows
)

select * from customers
