{#- A var that one run may set otherwise through the environment, without a new parse: CUSTOMER_MASTER_<NAME>, a list with
    commas between its parts. setting('match_threshold') -> 0.5 -#}
{% macro setting(name) -%}
{%- set told = env_var('CUSTOMER_MASTER_' ~ name | upper, '') -%}
{%- set default = var(name) -%}
{%- if not told -%}{{ return(default) }}{%- endif -%}
{{ return(told.split(',') if default is sequence and default is not string else told) }}
{%- endmacro %}
