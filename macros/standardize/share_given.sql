{#- Which share of some columns has a value.
    'records', ['city', 'postal_code'] -> 0.5 when one of them is null -#}
{% macro share_given(relation, columns) -%}
{%- if columns | length == 1 -%} cast(1 as {{ column_type('double') }})
{%- else -%}
cast({% for column in columns %}case when {{ relation }}.{{ column }} is not null then 1 else 0 end{{ ' + ' if not loop.last }}{% endfor %} as {{ column_type('double') }})
        / {{ columns | length }}
{%- endif -%}
{%- endmacro %}
