{#- Orders rows of one key so that the freshest comes first and ties never depend on row order:
    freshest_first() -> updated_at desc nulls last, created_at desc nulls last, party_type, customer_role, ... -#}
{% macro freshest_first() -%}
    updated_at desc nulls last, created_at desc nulls last
    {%- for attribute in var('canonical_attributes') if attribute.name not in ('updated_at', 'created_at') -%}
        , {{ attribute.name }} nulls last
    {%- endfor -%}
{%- endmacro %}
