{#- What kind of identifier a value is, from the column it stands in, the country and its shape.
    'vat_id', 'DE136695976' -> 'vat_de'; 'tax_id', '12-3456789' in US -> 'ein'; any, 'DE89370400440532013000' -> 'iban'; 'registration_number', '732829320' in FR -> 'siren' -#}
{% macro identifier_kind(attribute, raw_value, characters, country) -%}
case
    when {{ attribute }} <> 'lei' and {{ is_iban_shaped(characters) }} then 'iban'
    when {{ attribute }} = 'vat_id' then 'vat_' || coalesce(
        case when {{ has_pattern(characters, '^[A-Z]{2}[0-9A-Z]{6}') }}
            and {{ is_word_among("substr(" ~ characters ~ ", 1, 2)", _vat_prefixes().split(" ")) }}
            then replace(lower(substr({{ characters }}, 1, 2)), 'el', 'gr') end, lower({{ country }}), 'unknown')
    when {{ attribute }} = 'duns_number' then 'duns'
    when {{ characters }} like 'HRB%' or {{ characters }} like 'HRA%' then 'handelsregister'
    when {{ attribute }} in ('lei', 'loyalty_number') then replace({{ attribute }}, 'loyalty_number', 'loyalty')
    when {{ country }} = 'US' and ({{ raw_value }} like '___-__-____' or {{ attribute }} = 'national_id') then 'ssn'
    when {{ country }} = 'US' and {{ attribute }} = 'tax_id' then 'ein'
    when {{ country }} = 'ES' and {{ attribute }} in ('tax_id', 'national_id') then 'nif'
    when {{ country }} = 'ES' and {{ is_spanish_nif(characters) }} then 'nif'
    when {{ country }} = 'FR' and {{ has_pattern(characters, '^[0-9]{14}$') }} then 'siret'
    when {{ country }} = 'FR' and {{ has_pattern(characters, '^[0-9]{9}$') }} then 'siren'
    when {{ country }} = 'FR' and {{ attribute }} = 'national_id' then 'nir'
    when {{ country }} = 'DE' and {{ attribute }} = 'tax_id' and length({{ characters }}) = 11 and {{ raw_value }} not like '%/%' then 'steuer_id'
    when {{ country }} = 'DE' and {{ attribute }} = 'tax_id' then 'steuernummer'
    when {{ country }} = 'DE' and {{ attribute }} = 'registration_number' then 'handelsregister'
    when {{ country }} = 'GB' and {{ attribute }} = 'tax_id' and length({{ characters }}) = 8 then 'company_number_gb'
    when {{ country }} = 'GB' and {{ attribute }} = 'tax_id' then 'utr'
    when {{ country }} = 'GB' and {{ attribute }} = 'national_id' then 'nino'
    when {{ country }} = 'GB' and {{ attribute }} = 'registration_number' then 'company_number_gb'
    else {{ attribute }} || coalesce('_' || lower({{ country }}), '')
end
{%- endmacro %}

{% macro _vat_prefixes() -%}
at be bg cy cz de dk ee el es fi fr gb gr hr hu ie it lt lu lv mt nl pl pt ro se si sk xi ch no
{%- endmacro %}
