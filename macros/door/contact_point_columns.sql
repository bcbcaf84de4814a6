{#- Writes the select list of one contact point from the parts a system has; the rest is null.
    contact_point_columns({'kind': "'phone'", 'phone': 'home_phone'}) -> cast('phone' as {{ dbt.type_string() }}) as kind, ..., cast(home_phone as {{ dbt.type_string() }}) as phone, ... -#}
{% macro contact_point_columns(expressions) -%}
    {{- _select_list(expressions, contact_point_parts(), 'contact point part', 'macros/door/contact_point_parts.sql') -}}
{%- endmacro %}
