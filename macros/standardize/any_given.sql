{#- Whether at least one of some columns has a value.
    'records', ['email', 'phone'] -> records.email is not null or records.phone is not null -#}
{% macro any_given(relation, columns) -%}
({% for column in columns -%}
{{ relation }}.{{ 'website_domain' if column == 'website' else column }} is not null{{ ' or ' if not loop.last }}
{%- endfor %})
{%- endmacro %}
