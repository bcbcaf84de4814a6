{#- The name columns of standardized_records that only a record with a usable personal name fills.
    party_type 'organization' -> null as given_name, ... -#}
{% macro person_columns() -%}
{%- for column in ['name_prefix', 'given_name', 'middle_name', 'family_name', 'name_suffix', 'given_name_key', 'middle_name_key',
    'family_name_key', 'name_suffix_key', 'nickname_key', 'former_family_name_key'] -%}
case when parties.party_type <> 'organization' and parties.has_person then persons.{{ column }} end as {{ column }},
        {% endfor -%}
case when parties.party_type <> 'organization' and parties.has_person then
            trim({% for column in ['given_name', 'middle_name', 'family_name', 'name_suffix'] -%}
            coalesce(persons.{{ column }}{{ " || ' '" if not loop.last }}, ''){{ ' || ' if not loop.last }}
            {%- endfor %}) end as full_name
{%- endmacro %}
