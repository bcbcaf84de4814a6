{#- Whether a text is an IBAN: length of its country, check digits, and those within the account number in BE, ES and NO.
    'DE89370400440532013000' -> true, 'DE89370400440532013001' -> false -#}
{% macro is_iban(text) -%}
case
    when not {{ is_iban_shaped(text) }} then false
    when {{ has_pattern(text, '^....[0-9A-Z]{4}[0-9]{7,26}$') }} then {{ _iban_rest(text) }} = 1 and {{ _has_account_check(text) }}
    else {{ _iban_rest_of_letters(text) }} = 1
end
{%- endmacro %}

{#- Whether a text has the length and the shape that IBANs of its first two letters have. -#}
{% macro is_iban_shaped(text) -%}
(length({{ text }}) > 14 and {{ has_pattern(text, '^[A-Z]{2}[0-9]{2}[0-9A-Z]{11,30}$') }}
    and {{ is_word_among("substr(" ~ text ~ ", 1, 2) || cast(length(" ~ text ~ ") as " ~ dbt.type_string() ~ ")", _iban_lengths().split(" ")) }})
{%- endmacro %}

{#- The account number comes first, the country and the check digits last; beyond four characters most have digits only,
    which are read as numbers, a dozen at a time, what the former left in front. -#}
{% macro _iban_rest(text) -%}
{%- set rest = mod_97(text, range(5, 9)) -%}
{%- set rest = _rest_and(rest, "substr(" ~ text ~ ", 9, 14)") -%}
{%- set rest = _rest_and(rest, "substr(" ~ text ~ ", 23)") -%}
{%- set country = "cast((ascii(" ~ text ~ ") - 55) * 100 + ascii(substr(" ~ text ~ ", 2, 1)) - 55 as " ~ dbt.type_string() ~ ")" -%}
{{ _rest_and(rest, country ~ " || substr(" ~ text ~ ", 3, 2)") }}
{%- endmacro %}

{% macro _rest_and(rest, digits) -%}
(cast(cast({{ rest }} as {{ dbt.type_string() }}) || {{ digits }} as {{ dbt.type_bigint() }}) % 97)
{%- endmacro %}

{#- Any place may hold a letter. -#}
{% macro _iban_rest_of_letters(text) -%}
{%- set places = range(5, 35) | list + [1, 2, 3, 4] -%}
{{ mod_97(text, places, may_end=true) }}
{%- endmacro %}

{% macro _has_account_check(text) -%}
case substr({{ text }}, 1, 2)
    when 'BE' then coalesce(nullif({{ digits_as_number(text, 5, 10) }} % 97, 0), 97) = {{ digits_as_number(text, 15, 2) }}
    when 'ES' then {{ _spanish_check(text, [4, 8, 5, 10, 9, 7, 3, 6], 5) }} = substr({{ text }}, 13, 1)
        and {{ _spanish_check(text, [1, 2, 4, 8, 5, 10, 9, 7, 3, 6], 15) }} = substr({{ text }}, 14, 1)
    when 'NO' then substr({{ text }}, 5, 4) = '0000'
        or {{ weighted_sum(text, [6, 7, 8, 9, 4, 5, 6, 7, 8, 9], 5) }} % 11 = {{ digit_at(text, 15) }}
    else true
end
{%- endmacro %}

{% macro _spanish_check(text, weights, first) %}substr('01987654321', 1 + {{ weighted_sum(text, weights, first) }} % 11, 1){% endmacro %}

{% macro _iban_lengths() -%}
ad24 ae23 al28 at20 az28 ba20 be16 bg22 bh22 bi27 br29 by28 ch21 cr22 cy28 cz24 de22 dj27 dk18 do28 ee20 eg29 es24 fi18 fk18 fo18
{#- #} fr27 gb22 ge22 gi23 gl18 gr27 gt28 hn28 hr21 hu28 ie22 il23 iq23 is26 it27 jo30 kw30 kz20 lb28 lc32 li21 lt20 lu20 lv21 ly25 mc27 md24
{#- #} me22 mk19 mn20 mr27 mt31 mu30 ni28 nl18 no15 om23 pk24 pl28 ps29 pt25 qa29 ro24 rs22 ru33 sa24 sc31 sd18 se24 si19 sk24 sm27 so23 st25
{#- #} sv28 tl23 tn24 tr26 ua29 va22 vg24 xk20 ye30
{%- endmacro %}
