{#- The id of a source record, null where the key is empty: record_id('stripe', 'customer', 'id') -> 'stripe:customer:cus_1' -#}
{% macro record_id(system, object, key) -%}
    '{{ system }}:{{ object }}:' || nullif({{ trim_spaces('cast(' ~ key ~ ' as ' ~ dbt.type_string() ~ ')') }}, '')
{%- endmacro %}
