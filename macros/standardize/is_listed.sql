{#- Whether a name is in a comma-separated list; false without a list.
    'vat_id', 'email, vat_id' -> true -#}
{% macro is_listed(name, list) %}coalesce(',' || replace({{ list }}, ' ', '') || ',' like '%,' || {{ name }} || ',%', false){% endmacro %}
