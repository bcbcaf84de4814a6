with

known as (
    {%- for table, definition in state_tables().items() %}
        select
            cast('{{ table }}' as {{ dbt.type_string() }}) as table_name,
            cast({{ definition.schema_version }} as bigint) as schema_version
        {{ 'union all' if not loop.last }}
    {%- endfor %}
)

select * from known
