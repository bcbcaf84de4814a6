{#- Whether a value passes what its kind of identifier can be tested for: check digits where there are any, else its shape.
    'siren', '732829320' -> true; 'ein', '001234567' -> false -#}
{% macro is_identifier(kind, value) -%}
case
    when {{ kind }} like 'vat_%' then {{ is_vat_number('substr(' ~ value ~ ', 3)', 'substr(' ~ kind ~ ', 5)') }}
    when {{ kind }} = 'duns' then {{ has_pattern(value, '^[0-9]{9}$') }}
    when {{ kind }} = 'lei' then {{ has_pattern(value, '^[0-9A-Z]{18}[0-9]{2}$') }} and {{ has_mod_97_check(value, 20) }}
    when {{ kind }} = 'ssn' then {{ has_pattern(value, '^[0-8][0-9]{8}$') }} and substr({{ value }}, 1, 3) not in ('000', '666')
        and substr({{ value }}, 4, 2) <> '00' and substr({{ value }}, 6, 4) <> '0000'
    when {{ kind }} = 'ein' then {{ has_pattern(value, '^[0-9]{9}$') }} and substr({{ value }}, 1, 2) not in (
        '00', '07', '08', '09', '17', '18', '19', '28', '29', '49', '69', '70', '78', '79', '89', '96', '97')
    when {{ kind }} = 'nif' then {{ is_spanish_nif(value) }}
    when {{ kind }} = 'siren' then {{ has_luhn_check(value, 9) }}
    when {{ kind }} = 'siret' then {{ has_luhn_check(value, 14) }} and {{ has_luhn_check(value, 9) }}
    when {{ kind }} = 'nir' then {{ has_pattern(value, '^[12][0-9]{14}$') }}
        and 97 - {{ digits_as_number(value, 1, 13) }} % 97 = {{ digits_as_number(value, 14, 2) }}
    when {{ kind }} = 'steuer_id' then {{ has_pattern(value, '^[1-9][0-9]{10}$') }} and {{ has_mod_11_10_check(value, 11) }}
    when {{ kind }} = 'steuernummer' then {{ has_pattern(value, '^[0-9]{10,13}$') }}
    when {{ kind }} = 'handelsregister' then {{ has_pattern(value, '[0-9]') }}
    when {{ kind }} = 'utr' then {{ has_pattern(value, '^[0-9]{10}$') }}
    when {{ kind }} = 'nino' then {{ has_pattern(value, '^[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][0-9]{6}[A-D]$') }}
    when {{ kind }} = 'company_number_gb' then {{ has_pattern(value, '^([0-9]{8}|[A-Z]{2}[0-9]{6}|R0[0-9]{6})$') }}
    else length({{ value }}) > 3
end
{%- endmacro %}
