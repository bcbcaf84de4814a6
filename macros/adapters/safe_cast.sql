{#- A cast that gives null where the value does not fit the type.
    '2024-02-30', 'date' -> null -#}
{% macro safe_cast(expression, type) %}{{ return(adapter.dispatch('safe_cast', 'customer_master')(expression, type)) }}{% endmacro %}

{% macro default__safe_cast(expression, type) %}try_cast({{ expression }} as {{ type }}){% endmacro %}

{#- dbt's unit tests cast their rows with it too, to any type. -#}
{% macro postgres__safe_cast(expression, type) -%}
{%- set known = {'date': 'date', 'timestamp': 'timestamp', 'timestamp without time zone': 'timestamp', 'bigint': 'bigint'} -%}
{%- if type in known -%}functions.safe_{{ known[type] }}(cast({{ expression }} as text)){%- else -%}cast({{ expression }} as {{ type }}){%- endif -%}
{%- endmacro %}

{#- What DuckDB reads as a date or time; of a time with an offset, the offset is left aside (timestamp_ntz). -#}
{% macro spark__safe_cast(expression, type) -%}
{%- set as_date = '^ *[0-9]{1,6}-[0-9]{1,2}-[0-9]{1,2}([T ][0-9:.]+ *(Z|[+-][0-9:]+)?)? *$' -%}
{%- if type in ['date', 'timestamp'] -%}
case when cast({{ expression }} as string) rlike '{{ as_date }}' then try_cast({{ 'try_cast(' if type == 'date' }}trim(cast({{ expression }} as string)) as timestamp_ntz{{ ') as date' if type == 'date' }}) end
{%- elif type == 'bigint' -%}
case when cast({{ expression }} as string) rlike '^ *[+-]?[0-9]+ *$' then try_cast({{ expression }} as bigint) end
{%- else -%}
cast({{ expression }} as {{ type }})
{%- endif -%}
{%- endmacro %}
