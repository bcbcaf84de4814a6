{#- The groups of attributes that survive together: what is shown, what the source said, and what a complete value has.
    value_groups() -> [{'name': 'birth_date', 'shown': ['birth_date'], 'raw': ['birth_date'], 'expected': ['birth_date']}, ...] -#}
{% macro value_groups() -%}
{%- set raw = {} -%}
{%- for attribute in var('canonical_attributes') -%}
{%- do raw.update({attribute.group: raw.get(attribute.group, []) + [attribute.name]}) -%}
{%- endfor -%}
{%- set groups = [
    {'name': 'name', 'shown': ['full_name', 'name_prefix', 'given_name', 'middle_name', 'family_name', 'name_suffix'],
        'expected': ['given_name', 'family_name']},
    {'name': 'organization_name', 'shown': ['organization_name', 'legal_form'], 'expected': ['organization_name']},
    {'name': 'birth_date', 'shown': ['birth_date'], 'expected': ['birth_date']},
    {'name': 'founding_date', 'shown': ['founding_date'], 'expected': ['founding_date']},
    {'name': 'gender', 'shown': ['gender'], 'expected': ['gender']},
    {'name': 'email', 'shown': ['email'], 'expected': ['email']},
    {'name': 'phone', 'shown': ['phone'], 'expected': ['phone']},
    {'name': 'website', 'shown': ['website'], 'expected': ['website']},
    {'name': 'address', 'shown': ['street', 'house_number', 'unit', 'city', 'region', 'postal_code', 'country'],
        'expected': ['street', 'house_number', 'city', 'postal_code', 'country']},
] -%}
{%- for group in groups -%}
{%- do group.update({'raw': raw[group.name]}) -%}
{%- endfor -%}
{%- for identifier in raw['identifiers'] -%}
{%- do groups.append({'name': identifier, 'shown': [identifier], 'raw': [identifier], 'expected': [identifier]}) -%}
{%- endfor -%}
{{ return(groups) }}
{%- endmacro %}
