{#- The four columns that say which record a row is.
    record_columns('stripe', 'customer', 'id') -> 'stripe:customer:' || id as record_id, 'stripe' as source_system, 'customer' as source_object, id as source_key -#}
{% macro record_columns(system, object, key) %}
    {{- record_id(system, object, key) }} as record_id,
    cast('{{ system }}' as {{ dbt.type_string() }}) as source_system,
    cast('{{ object }}' as {{ dbt.type_string() }}) as source_object,
    nullif({{ trim_spaces('cast(' ~ key ~ ' as ' ~ dbt.type_string() ~ ')') }}, '') as source_key
{%- endmacro %}
