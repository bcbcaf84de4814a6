{#- Writes the canonical select list from what one system has; the rest is null, and an unknown name stops the parser.
    canonical_columns({'given_name': 'first_name'}) -> cast(null as {{ dbt.type_string() }}) as party_type, ..., cast(first_name as {{ dbt.type_string() }}) as given_name, ... -#}
{% macro canonical_columns(expressions) -%}
    {{- _select_list(
        expressions,
        var('canonical_attributes') | map(attribute='name') | list,
        'attribute',
        'vars.canonical_attributes of dbt_project.yml'
    ) -}}
{%- endmacro %}
