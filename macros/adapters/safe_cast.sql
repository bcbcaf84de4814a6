{#- A cast that gives null where the value does not fit the type.
    '2024-02-30', 'date' -> null -#}
{% macro safe_cast(expression, type) %}{{ return(adapter.dispatch('safe_cast', 'customer_master')(expression, type)) }}{% endmacro %}

{% macro default__safe_cast(expression, type) %}try_cast({{ expression }} as {{ type }}){% endmacro %}

{#- dbt's unit tests cast their rows with it too, to any type. -#}
{% macro postgres__safe_cast(expression, type) -%}
{%- set known = {'date': 'date', 'timestamp': 'timestamp', 'timestamp without time zone': 'timestamp', 'bigint': 'bigint'} -%}
{%- if type in known -%}functions.safe_{{ known[type] }}(cast({{ expression }} as text)){%- else -%}cast({{ expression }} as {{ type }}){%- endif -%}
{%- endmacro %}
