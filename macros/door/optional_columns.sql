{#- Selects raw columns as text, null for an optional column that the table lacks, without asking the warehouse.
    optional_columns(source('stripe', 'customer'), ['id'], ['phone']) -> (id, phone); phone is null where there is no such column.
    A name that the inner select does not find in the table is found one scope out, in the row of nulls. -#}
{% macro optional_columns(relation, required, optional=[]) -%}
select
    {%- for column in required + optional %}
    cast(raw_columns.{{ column }} as {{ dbt.type_string() }}) as {{ column }}{{ ',' if not loop.last }}
    {%- endfor %}
from (
    select
        {%- for column in optional or ['no_optional_column'] %}
        cast(null as {{ dbt.type_string() }}) as {{ column }}{{ ',' if not loop.last }}
        {%- endfor %}
) as absent
cross join lateral (
    select
        {%- for column in required %}
        raw_table.{{ column }}{{ ',' if not loop.last or optional }}
        {%- endfor %}
        {%- for column in optional %}
        {{ column }}{{ ',' if not loop.last }}
        {%- endfor %}
    from {{ relation }} as raw_table
) as raw_columns
{%- endmacro %}
