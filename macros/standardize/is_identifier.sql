{#- Whether a value passes what its kind of identifier can be tested for: check digits where there are any, else its shape.
    'siren', '732829320' -> true; 'ein', '001234567' -> false -#}
{% macro is_identifier(kind, value) -%}
case
    when {{ kind }} like 'vat_%' then {{ is_vat_number('substr(' ~ value ~ ', 3)', kind) }}
    when {{ kind }} = 'duns' then {{ has_pattern(value, '^[0-9]{9}$') }}
    when {{ kind }} = 'lei' then {{ has_pattern(value, '^[0-9A-Z]{18}[0-9]{2}$') }} and {{ has_mod_97_check(value, 20) }}
    when {{ kind }} = 'iban' then {{ is_iban(value) }}
    when {{ kind }} = 'ssn' then {{ has_pattern(value, '^[0-8][0-9]{8}$') }} and substr({{ value }}, 1, 3) not in ('000', '666')
        and substr({{ value }}, 4, 2) <> '00' and substr({{ value }}, 6, 4) <> '0000'
        and {{ value }} not in ('078051120', '457555462', '219099999')
    when {{ kind }} = 'ein' then {{ has_pattern(value, '^[0-9]{9}$') }} and not {{ is_word_among("substr(" ~ value ~ ", 1, 2)",
        ['00', '07', '08', '09', '17', '18', '19', '28', '29', '49', '69', '70', '78', '79', '89', '96', '97']) }}
    when {{ kind }} = 'nif' then {{ is_spanish_nif(value) }}
    when {{ kind }} = 'siren' then {{ has_pattern(value, '^[0-9]{9}$') }} and {{ has_luhn_check(value, 9) }}
    when {{ kind }} = 'siret' then {{ has_pattern(value, '^[0-9]{14}$') }} and {{ has_luhn_check(value, 9) }}
        and ({{ has_luhn_check(value, 14) }} or {{ _is_post_office_siret(value) }})
    when {{ kind }} = 'nir' then {{ has_pattern(value, '^[1-478][0-9]{4}([0-9]{2}|2A|2B)[0-9]{8}$') }} and {{ _has_nir_key(value) }}
    when {{ kind }} = 'steuer_id' then {{ has_pattern(value, '^[1-9][0-9]{10}$') }} and {{ has_mod_11_10_check(value, 11) }}
        and {{ _repeats_one_digit("substr(" ~ value ~ ", 1, 10)") }}
    when {{ kind }} = 'steuernummer' then {{ has_pattern(value, '^([0-9]{10,11}|(1[01]|2[1-46-8]|3[0-2]|4[01])[0-9]{2}0[0-9]{8}|[59][0-9]{3}0[0-9]{8})$') }}
    when {{ kind }} = 'handelsregister'
        then {{ has_pattern(value, '^((HRA|HRB|GNR|PR|VR)[1-9][0-9]{0,5}([A-Z].*)?|[1-9][0-9]{0,5}[A-Z]?)$') }}
    when {{ kind }} = 'utr' then {{ has_pattern(value, '^[0-9]{10}$') }}
        and substr('21987654321', 1 + {{ weighted_sum(value, [6, 7, 8, 9, 10, 5, 4, 3, 2], 2) }} % 11, 1) = substr({{ value }}, 1, 1)
    when {{ kind }} = 'nino' then {{ has_pattern(value, '^[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][0-9]{6}[A-D]$') }}
        and not {{ has_pattern(value, '^(BG|GB|KN|NK|NT|TN|ZZ)') }}
    when {{ kind }} = 'company_number_gb' then {{ has_pattern(value, '^([0-9]{8}|[A-Z]{2}[0-9]{6}|R0[0-9]{6})$') }}
    else length({{ value }}) > 3
end
{%- endmacro %}

{#- The branches of La Poste outgrew their check digits: theirs add up to a multiple of five. -#}
{% macro _is_post_office_siret(value) -%}
({{ value }} like '356000000%' and {{ weighted_sum(value, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]) }} % 5 = 0)
{%- endmacro %}

{#- The departments of Corsica, 2A and 2B, count as 19 and 18. -#}
{% macro _has_nir_key(value) -%}
{%- set digits = "replace(replace(" ~ value ~ ", '2A', '19'), '2B', '18')" -%}
97 - {{ digits_as_number(digits, 1, 13) }} % 97 = {{ digits_as_number(digits, 14, 2) }}
{%- endmacro %}

{#- One digit comes twice or three times, others once or never: the fourth powers of the counts add up to 24 or 88 only then. -#}
{% macro _repeats_one_digit(text) -%}
({% for digit in range(10) -%}
    power(10 - length(replace({{ text }}, '{{ digit }}', '')), 4){{ ' + ' if not loop.last }}
    {%- endfor %}) in (24, 88)
{%- endmacro %}
