{#- How every rule of data quality judges a row of quality_facts: its name, when it applies, when it fails.
    quality_rules() -> [{'name': 'complete_email', 'applies': 'true', 'fails': 'not has_email'}, ...]
    Seed data_quality_rules says which are judged, of which party type, and how grave a failure is. -#}
{% macro quality_rules() -%}
{%- set rules = [] -%}
{%- for attribute in quality_attributes() -%}
    {%- do rules.append({'name': 'complete_' ~ attribute, 'attribute': attribute, 'applies': 'true', 'fails': 'not has_' ~ attribute}) -%}
    {%- for name, junk in [('valid_' ~ attribute, 'not in'), ('no_junk_' ~ attribute, 'in')] -%}
        {%- do rules.append({
            'name': name,
            'attribute': attribute,
            'applies': 'has_' ~ attribute,
            'fails': attribute ~ '_issue ' ~ junk ~ " ('junk', 'placeholder', 'disposable', 'not_a_person', 'not_an_organization')",
        }) -%}
    {%- endfor -%}
{%- endfor -%}
{%- for name, attribute in [('no_crowd_email', 'email'), ('no_crowd_phone', 'phone'), ('postal_code_in_country', 'postal_code'),
    ('postal_code_in_city', 'postal_code'), ('phone_in_country', 'phone'), ('vat_id_in_country', 'vat_id')] -%}
    {%- do rules.append({'name': name, 'attribute': attribute, 'applies': name ~ ' is not null', 'fails': 'not ' ~ name}) -%}
{%- endfor -%}
{{ return(rules) }}
{%- endmacro %}

{#- What is judged for completeness, validity and junk. -#}
{% macro quality_attributes() -%}
{{ return(['name', 'organization_name', 'birth_date', 'founding_date', 'email', 'phone', 'street_address', 'city', 'postal_code', 'country',
     'created_at', 'updated_at']
    + (var('canonical_attributes') | selectattr('group', 'equalto', 'identifiers') | map(attribute='name') | list)) }}
{%- endmacro %}
