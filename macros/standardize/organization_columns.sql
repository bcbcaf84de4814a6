{#- The organization columns of standardized_records: the party's own name, or its employer's if it is a person.
    a free text name that is a person's -> null as organization_name, ... -#}
{% macro organization_columns() -%}
{%- for column in ['organization_name', 'legal_form', 'elf_code', 'organization_name_key', 'trading_name', 'trading_name_key'] -%}
case when parties.has_organization and (parties.party_type <> 'person' or parties.has_organization_column)
            then parties.{{ column }} end as {{ column }}{{ ',' if not loop.last }}
        {% endfor -%}
{%- endmacro %}
