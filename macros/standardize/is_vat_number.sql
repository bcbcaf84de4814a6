{#- Whether a text without its country prefix is a VAT number of a kind, by its check digits.
    '136695976', 'vat_de' -> true, '83404833048', 'vat_fr' -> true, '980780684', 'vat_gb' -> true, '136695978', 'vat_de' -> false -#}
{% macro is_vat_number(text, kind) -%}
case
    when {{ kind }} = 'vat_de' then {{ has_pattern(text, '^[1-9][0-9]{8}$') }} and {{ has_mod_11_10_check(text, 9) }}
    when {{ kind }} = 'vat_fr' then {{ _is_french_vat_number(text) }}
    when {{ kind }} = 'vat_es' then {{ is_spanish_nif(text) }}
    when {{ kind }} in ('vat_gb', 'vat_xi') then {{ _is_british_vat_number(text) }}
    when {{ kind }} = 'vat_it' then {{ has_pattern(text, '^[0-9]{7}(0[0-9]{2}|100|12[01]|888|999)[0-9]$') }}
        and substr({{ text }}, 1, 7) <> '0000000' and substr({{ text }}, 8, 3) <> '000' and {{ has_luhn_check(text, 11) }}
    when {{ kind }} = 'vat_nl' then {{ has_pattern(text, '^[0-9]{9}B([1-9][0-9]|0[1-9])$') }} and substr({{ text }}, 1, 9) <> '000000000'
        and ({{ weighted_sum(text, [9, 8, 7, 6, 5, 4, 3, 2, 10]) }} % 11 = 0 or {{ _has_dutch_check(text) }})
    when {{ kind }} = 'vat_be' then {{ has_pattern(text, '^[01][0-9]{9}$') }} and {{ text }} <> '0000000000'
        and ({{ digits_as_number(text, 1, 8) }} + {{ digits_as_number(text, 9, 2) }}) % 97 = 0
    when {{ kind }} = 'vat_at' then {{ has_pattern(text, '^U[0-9]{8}$') }} and ({{ luhn_sum(text, 7, 2) }} + {{ digit_at(text, 9) }}) % 10 = 6
    when {{ kind }} = 'vat_pl' then {{ has_pattern(text, '^[0-9]{10}$') }}
        and {{ weighted_sum(text, [6, 5, 7, 2, 3, 4, 5, 6, 7]) }} % 11 = {{ digit_at(text, 10) }}
    when {{ kind }} = 'vat_ch' then {{ has_pattern(text, '^E[0-9]{9}$') }}
        and {{ _check_character(text, '0X987654321', [5, 4, 3, 2, 7, 6, 5, 4], 11, 2) }}
    when {{ kind }} = 'vat_no' then {{ has_pattern(text, '^[0-9]{9}$') }} and {{ weighted_sum(text, [3, 2, 7, 6, 5, 4, 3, 2, 1]) }} % 11 = 0
    when {{ kind }} = 'vat_se' then {{ has_pattern(text, '^[0-9]{10}01$') }} and {{ has_luhn_check(text, 10) }}
    when {{ kind }} = 'vat_dk' then {{ has_pattern(text, '^[1-9][0-9]{7}$') }} and {{ weighted_sum(text, [2, 7, 6, 5, 4, 3, 2, 1]) }} % 11 = 0
    when {{ kind }} = 'vat_fi' then {{ has_pattern(text, '^[0-9]{8}$') }} and {{ weighted_sum(text, [7, 9, 10, 5, 8, 4, 2, 1]) }} % 11 = 0
    when {{ kind }} = 'vat_pt' then {{ has_pattern(text, '^[1-9][0-9]{8}$') }}
        and {{ _check_character(text, '00987654321', [9, 8, 7, 6, 5, 4, 3, 2], 11) }}
    when {{ kind }} = 'vat_ie' then {{ _is_irish_vat_number(text) }}
    when {{ kind }} = 'vat_gr' then {{ has_pattern(text, '^[0-9]{9}$') }}
        and {{ weighted_sum(text, [256, 128, 64, 32, 16, 8, 4, 2]) }} % 11 % 10 = {{ digit_at(text, 9) }}
    when {{ kind }} = 'vat_cz' then {{ _is_czech_vat_number(text) }}
    when {{ kind }} = 'vat_sk' then {{ has_pattern(text, '^[0-9]{10}$') }} and ({{ _is_czech_birth_number(text) }}
        or ({{ has_pattern(text, '^[1-9][0-9][234789]') }} and {{ digits_as_number(text, 1, 10) }} % 11 = 0))
    when {{ kind }} = 'vat_hu' then {{ has_pattern(text, '^[0-9]{8}$') }} and {{ weighted_sum(text, [9, 7, 3, 1, 9, 7, 3, 1]) }} % 10 = 0
    when {{ kind }} = 'vat_ro' then {{ _is_romanian_vat_number(text) }}
    when {{ kind }} = 'vat_bg' then {{ _is_bulgarian_vat_number(text) }}
    when {{ kind }} = 'vat_hr' then {{ has_pattern(text, '^[0-9]{11}$') }} and {{ has_mod_11_10_check(text, 11) }}
    when {{ kind }} = 'vat_si' then {{ has_pattern(text, '^[1-9][0-9]{7}$') }}
        and {{ _check_character(text, 'X0987654321', [8, 7, 6, 5, 4, 3, 2], 11) }}
    when {{ kind }} = 'vat_ee' then {{ has_pattern(text, '^[0-9]{9}$') }} and {{ weighted_sum(text, [3, 7, 1, 3, 7, 1, 3, 7, 1]) }} % 10 = 0
    when {{ kind }} = 'vat_lv' then {{ _is_latvian_vat_number(text) }}
    when {{ kind }} = 'vat_lt' then {{ _is_lithuanian_vat_number(text) }}
    when {{ kind }} = 'vat_lu' then {{ has_pattern(text, '^[0-9]{8}$') }}
        and {{ digits_as_number(text, 1, 6) }} % 89 = {{ digits_as_number(text, 7, 2) }}
    when {{ kind }} = 'vat_mt' then {{ has_pattern(text, '^[1-9][0-9]{7}$') }} and {{ weighted_sum(text, [3, 4, 6, 7, 8, 9, 10, 1]) }} % 37 = 0
    when {{ kind }} = 'vat_cy' then {{ has_pattern(text, '^[0-9]{8}[A-Z]$') }} and {{ text }} not like '12%' and {{ _has_cypriot_check(text) }}
    else {{ has_pattern(text, '^[0-9A-Z]{7,14}$') }} and {{ has_pattern(text, '[0-9]{4}') }}
end
{%- endmacro %}

{#- Whether the character behind the weighted digits is the one that stands for what their sum leaves. -#}
{% macro _check_character(text, characters, weights, divisor, first=1) -%}
substr('{{ characters }}', 1 + {{ weighted_sum(text, weights, first) }} % {{ divisor }}, 1) = substr({{ text }}, {{ first + weights | length }}, 1)
{%- endmacro %}

{#- Whether year, month and day, as expressions of text and numbers, are a date. -#}
{% macro _is_date(year, month, day) -%}
{{ safe_cast(year ~ " || '-' || lpad(cast(" ~ month ~ " as " ~ dbt.type_string() ~ "), 2, '0') || '-' || " ~ day, 'date') }} is not null
{%- endmacro %}

{#- Two characters are computed from the SIREN that follows; numbers of Monaco have no SIREN. -#}
{% macro _is_french_vat_number(text) -%}
{{ has_pattern(text, '^[0-9A-HJ-NP-Z]{2}[0-9]{9}$') }} and (substr({{ text }}, 3, 3) = '000' or {{ has_luhn_check(text, 9, 3) }})
        and case
            when {{ has_pattern(text, '^[0-9]{2}') }}
                then {{ digits_as_number(text, 1, 2) }} = (12 + 3 * ({{ digits_as_number(text, 3, 9) }} % 97)) % 97
            else ({{ digits_as_number(text, 3, 9) }} + 1 + cast(floor({{ _french_key(text) }} / 11.0) as integer)) % 11 = {{ _french_key(text) }} % 11
        end
{%- endmacro %}

{% macro _french_key(text) -%}
{%- set alphabet = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ" -%}
(case when substr({{ text }}, 1, 1) > '9' then 34 else 24 end * (position(substr({{ text }}, 1, 1) in '{{ alphabet }}') - 1)
    + position(substr({{ text }}, 2, 1) in '{{ alphabet }}') - 1 - case when substr({{ text }}, 1, 1) > '9' then 100 else 10 end)
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

{#- Numbers of sole traders since 2020 pass modulo 97 with NL and B read as 2321 and 11. -#}
{% macro _has_dutch_check(text) -%}
coalesce({{ safe_cast("'2321' || substr(" ~ text ~ ", 1, 9) || '11' || substr(" ~ text ~ ", 11, 2)", dbt.type_bigint()) }}, 0) % 97 = 1
{%- endmacro %}

{#- Seven digits, a check letter and perhaps another letter; before 2013 a letter in the second place. -#}
{% macro _is_irish_vat_number(text) -%}
{%- set letters = "WABCDEFGHIJKLMNOPQRSTUV" -%}
case
    when {{ has_pattern(text, '^[0-9]{7}[A-W][A-W]?$') }}
        then substr('{{ letters }}', 1 + ({{ weighted_sum(text, [8, 7, 6, 5, 4, 3, 2]) }}
            + case when length({{ text }}) = 9 then 9 * (ascii(substr({{ text }}, 9, 1)) - 64) else 0 end) % 23, 1) = substr({{ text }}, 8, 1)
    when {{ has_pattern(text, '^[0-9][A-Z][0-9]{5}[A-W][A-W]?$') }}
        then substr('{{ letters }}', 1 + ({{ weighted_sum(text, [7, 6, 5, 4, 3], 3) }} + 2 * {{ digit_at(text, 1) }}) % 23, 1)
            = substr({{ text }}, 8, 1)
    else false
end
{%- endmacro %}

{#- Eight digits of a firm, nine from 6 of the exempt, or the number of a person's birth. -#}
{% macro _is_czech_vat_number(text) -%}
case
    when not {{ has_pattern(text, '^[0-9]{8,10}$') }} then false
    when length({{ text }}) = 8 then {{ text }} not like '9%' and {{ _check_character(text, '10987654321', [8, 7, 6, 5, 4, 3, 2], 11) }}
    when length({{ text }}) = 9 and {{ text }} like '6%' then ({{ weighted_sum(text, [8, 7, 6, 5, 4, 3, 2], 2) }} % 11 + 8) % 10 = {{ digit_at(text, 9) }}
    else {{ _is_czech_birth_number(text) }}
end
{%- endmacro %}

{#- Year, month (women's plus 50, overflowing days plus 20), day and a number; a check digit since 1954, when it grew to ten. -#}
{% macro _is_czech_birth_number(text) -%}
({%- set year = "substr(" ~ text ~ ", 1, 2)" -%}
{%- set century = "case when length(" ~ text ~ ") = 9 then case when " ~ year ~ " >= '80' then '18' else '19' end when " ~ year
    ~ " < '54' then '20' else '19' end" -%}
(length({{ text }}) = 10 or {{ year }} >= '80' or {{ year }} <= '53')
        and (length({{ text }}) = 9 or {{ digits_as_number(text, 1, 9) }} % 11 % 10 = {{ digit_at(text, 10) }})
        and {{ _is_date(century ~ " || " ~ year, digits_as_number(text, 3, 2) ~ " % 50 % 20", "substr(" ~ text ~ ", 5, 2)") }})
{%- endmacro %}

{#- Two to ten digits, or the personal number of a sole trader: sex and century, date, county, number. -#}
{% macro _is_romanian_vat_number(text) -%}
{%- set filled = "lpad(" ~ text ~ ", 10, '0')" -%}
{%- set century = "case when substr(" ~ text ~ ", 1, 1) in ('3', '4') then '18' when substr(" ~ text ~ ", 1, 1) in ('5', '6') then '20' else '19' end" -%}
case
    when {{ has_pattern(text, '^[1-9][0-9]{1,9}$') }}
        then 10 * {{ weighted_sum(filled, [7, 5, 3, 2, 1, 7, 5, 3, 2]) }} % 11 % 10 = {{ digit_at(filled, 10) }}
    when {{ has_pattern(text, '^[1-9][0-9]{6}(0[1-9]|[1-3][0-9]|4[0-8]|5[12]|70|8[0-3])[0-9]{4}$') }}
        then {{ _check_character(text, '01234567891', [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9], 11) }}
            and {{ _is_date(century ~ " || substr(" ~ text ~ ", 2, 2)", "substr(" ~ text ~ ", 4, 2)", "substr(" ~ text ~ ", 6, 2)") }}
    else false
end
{%- endmacro %}

{#- Nine digits of a firm; ten of a person (date of birth, month plus 20 or 40 outside 1900-1999), a foreigner or others. -#}
{% macro _is_bulgarian_vat_number(text) -%}
{%- set month = digits_as_number(text, 3, 2) -%}
{%- set century = "case when " ~ month ~ " > 40 then '20' when " ~ month ~ " > 20 then '18' else '19' end" -%}
case
    when {{ has_pattern(text, '^[0-9]{9}$') }} then case
        when {{ weighted_sum(text, [1, 2, 3, 4, 5, 6, 7, 8]) }} % 11 < 10
            then {{ weighted_sum(text, [1, 2, 3, 4, 5, 6, 7, 8]) }} % 11 = {{ digit_at(text, 9) }}
        else {{ weighted_sum(text, [3, 4, 5, 6, 7, 8, 9, 10]) }} % 11 % 10 = {{ digit_at(text, 9) }} end
    when {{ has_pattern(text, '^[0-9]{10}$') }} then {{ weighted_sum(text, [21, 19, 17, 13, 11, 9, 7, 3, 1]) }} % 10 = {{ digit_at(text, 10) }}
        or {{ weighted_sum(text, [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) }} % 11 = 0
        or ({{ weighted_sum(text, [2, 4, 8, 5, 10, 9, 7, 3, 6]) }} % 11 % 10 = {{ digit_at(text, 10) }}
            and {{ _is_date(century ~ " || substr(" ~ text ~ ", 1, 2)", month ~ " % 20", "substr(" ~ text ~ ", 5, 2)") }})
    else false
end
{%- endmacro %}

{#- Firms begin with 4 to 9, persons with their date of birth or, since 2017, with 32. -#}
{% macro _is_latvian_vat_number(text) -%}
{%- set century = "cast(18 + " ~ digit_at(text, 7) ~ " as " ~ dbt.type_string() ~ ")" -%}
case
    when not {{ has_pattern(text, '^[0-9]{11}$') }} then false
    when {{ text }} >= '4' then {{ weighted_sum(text, [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]) }} % 11 = 3
    else (1 + {{ weighted_sum(text, [10, 5, 8, 4, 2, 1, 6, 3, 7, 9]) }}) % 11 % 10 = {{ digit_at(text, 11) }}
        and ({{ text }} like '32%'
            or {{ _is_date(century ~ " || substr(" ~ text ~ ", 5, 2)", "substr(" ~ text ~ ", 3, 2)", "substr(" ~ text ~ ", 1, 2)") }})
end
{%- endmacro %}

{#- Nine digits, or twelve of persons; a second row of weights where the first leaves 10. -#}
{% macro _is_lithuanian_vat_number(text) -%}
case
    {%- for pattern, weights, others in [
        ('^[0-9]{7}1[0-9]$', [1, 2, 3, 4, 5, 6, 7, 8], [3, 4, 5, 6, 7, 8, 9, 1]),
        ('^[0-9]{10}1[0-9]$', [1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2], [3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4]),
    ] %}
    when {{ has_pattern(text, pattern) }} then case
        when {{ weighted_sum(text, weights) }} % 11 < 10 then {{ weighted_sum(text, weights) }} % 11
        else {{ weighted_sum(text, others) }} % 11 % 10 end = {{ digit_at(text, weights | length + 1) }}
    {%- endfor %}
    else false
end
{%- endmacro %}

{#- Digits in odd places count as 1, 0, 5, 7, 9, 13, 15, 17, 19, 21; the letter is what the sum leaves divided by 26. -#}
{% macro _has_cypriot_check(text) -%}
({% for place in [1, 3, 5, 7] -%}
    ascii(substr('BAFHJNPRTV', 1 + {{ digit_at(text, place) }}, 1)) - 65 + {{ digit_at(text, place + 1) }}{{ ' + ' if not loop.last }}
    {%- endfor %}) % 26 = ascii(substr({{ text }}, 9, 1)) - 65
{%- endmacro %}
