{#- A list as SQL text literals, never empty so that `in (...)` stays valid: ['a', 'b'] -> 'a', 'b'; [] -> null. -#}
{% macro quoted_list(values) -%}
    {% for value in values %}'{{ value }}'{{ ', ' if not loop.last }}{% else %}cast(null as {{ dbt.type_string() }}){% endfor %}
{%- endmacro %}
