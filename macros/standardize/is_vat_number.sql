{#- Whether a text without its country prefix is a VAT number of the country, by its check digits (DE, FR, ES, GB) or its shape.
    '136695976', 'de' -> true, '83404833048', 'fr' -> true, '980780684', 'gb' -> true, '136695978', 'de' -> false -#}
{% macro is_vat_number(text, country) -%}
case {{ country }}
    when 'de' then {{ has_pattern(text, '^[1-9][0-9]{8}$') }} and {{ has_mod_11_10_check(text, 9) }}
    when 'fr' then {{ has_pattern(text, '^[0-9A-HJ-NP-Z]{2}[0-9]{9}$') }} and {{ _has_french_vat_key(text) }}
    when 'es' then {{ is_spanish_nif(text) }}
    when 'gb' then {{ _is_british_vat_number(text) }}
    else {{ has_pattern(text, '^[0-9A-Z]{7,14}$') }} and {{ has_pattern(text, '[0-9]{4}') }}
end
{%- endmacro %}

{#- Two digits are computed from the SIREN that follows; two characters with a letter in them only come with a valid SIREN. -#}
{% macro _has_french_vat_key(text) -%}
(
    {{ has_luhn_check("substr(" ~ text ~ ", 3, 9)", 9) }}
    and (
        {{ has_pattern(text, '^[0-9]?[A-Z]') }}
        or {{ digits_as_number(text, 1, 2) }} = (12 + 3 * ({{ digits_as_number(text, 3, 9) }} % 97)) % 97
    )
)
{%- endmacro %}

{#- Nine digits, or twelve of a branch; the two newer check sums came with numbers from 100 on. -#}
{% macro _is_british_vat_number(text) -%}
case
    when {{ has_pattern(text, '^[0-9]{9}([0-9]{3})?$') }}
        then ({{ weighted_sum(text, [8, 7, 6, 5, 4, 3, 2, 10, 1]) }}) % 97 = 0
            or (substr({{ text }}, 1, 1) <> '0' and ({{ weighted_sum(text, [8, 7, 6, 5, 4, 3, 2, 10, 1]) }}) % 97 in (42, 55))
    else {{ has_pattern(text, '^(GD[0-4]|HA[5-9])[0-9]{2}$') }}
end
{%- endmacro %}
