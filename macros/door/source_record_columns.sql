{#- The columns of source_records: source_record_columns() -> cast(record_no as bigint) as record_no, record_id, source_system, ... -#}
{% macro source_record_columns() -%}
    cast(record_no as {{ dbt.type_bigint() }}) as record_no, record_id, source_system, source_object, source_key
    {%- for attribute in var('canonical_attributes') -%}, {{ attribute.name }}{%- endfor -%}
{%- endmacro %}
