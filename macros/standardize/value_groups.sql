{#- The groups of attributes that survive together: their number, what is shown, and what a complete value has.
    value_groups() -> [{'no': 3, 'name': 'birth_date', 'shown': ['birth_date'], 'expected': ['birth_date']}, ...] -#}
{% macro value_groups() -%}
{%- set groups = [
    {'name': 'name', 'shown': ['full_name', 'name_prefix', 'given_name', 'middle_name', 'family_name', 'name_suffix'],
        'expected': ['given_name', 'family_name']},
    {'name': 'organization_name', 'shown': ['organization_name', 'legal_form', 'elf_code', 'trading_name'], 'expected': ['organization_name']},
    {'name': 'birth_date', 'shown': ['birth_date'], 'expected': ['birth_date']},
    {'name': 'founding_date', 'shown': ['founding_date'], 'expected': ['founding_date']},
    {'name': 'gender', 'shown': ['gender'], 'expected': ['gender']},
    {'name': 'email', 'shown': ['email'], 'expected': ['email']},
    {'name': 'phone', 'shown': ['phone'], 'expected': ['phone']},
    {'name': 'website', 'shown': ['website'], 'expected': ['website']},
    {'name': 'address', 'shown': ['street', 'house_number', 'unit', 'city', 'region', 'postal_code', 'country'],
        'expected': ['street', 'house_number', 'city', 'postal_code', 'country']},
] -%}
{%- for identifier in var('canonical_attributes') | selectattr('group', 'equalto', 'identifiers') | map(attribute='name') -%}
{%- do groups.append({'name': identifier, 'shown': [identifier], 'expected': [identifier], 'is_identifier': true}) -%}
{%- endfor -%}
{%- for group in groups -%}
{%- do group.update({'no': loop.index}) -%}
{%- endfor -%}
{{ return(groups) }}
{%- endmacro %}
