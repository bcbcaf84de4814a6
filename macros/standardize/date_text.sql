{#- A date as typed, reduced to digits and dashes in the order they were typed: no time, no weekday, months as numbers after their year.
    '29. Februar 1980' -> '1980-02-29', 'Feb 29, 1980 08:00' -> '1980-02-29', '1980-02-00' -> '1980-02', '29.02.1980' stays -#}
{% macro date_text(text) -%}
case
    when {{ has_pattern(text, '^[0-9]{4}-[0-9]{2}-[0-9]{2}$') }} and {{ text }} not like '%-00' then {{ text }}
    when {{ has_pattern(text, '[^-0-9./ :,]{3}') }} then {{ _date_with_month(_folded_date(text)) }}
    else {{ replace_pattern(trim_spaces(text), '[T ]+[0-9]{1,2}:.*$|(-00)+$|^([0-9]{4})0000$', '\\2') }}
end
{%- endmacro %}

{#- Lower case, no accents, no time behind; 'de' and ordinals only stand between the parts. -#}
{% macro _folded_date(text) -%}
{{ remove_accents('lower(' ~ replace_pattern(trim_spaces(text), '[T ]+[0-9]{1,2}:.*$', '') ~ ')') }}
{%- endmacro %}

{% macro _date_with_month(text) -%}
{%- set month = _month_number(find_pattern(text, _month_words(), 0)) -%}
case
    when {{ has_pattern(text, '^[^0-9]*[0-9]{1,2}[^0-9]+[0-9]{4}$') }}
        then replace({{ replace_pattern(text, '^[^0-9]*([0-9]{1,2})[^0-9]+([0-9]{4})$', '\\2-@-\\1') }}, '@', {{ month }})
    when {{ has_pattern(text, '^[0-9]{4}[^0-9]+[0-9]{1,2}$') }}
        then replace({{ replace_pattern(text, '^([0-9]{4})[^0-9]+([0-9]{1,2})$', '\\1-@-\\2') }}, '@', {{ month }})
    when {{ has_pattern(text, '^[^0-9]+[0-9]{4}$') }} then replace({{ replace_pattern(text, '^[^0-9]+([0-9]{4})$', '\\1-@') }}, '@', {{ month }})
    when {{ has_pattern(text, '^[0-9]{1,2}[^0-9]+[0-9]{2}$') }}
        then replace({{ replace_pattern(text, '^([0-9]{1,2})[^0-9]+([0-9]{2})$', '\\1.@.\\2') }}, '@', {{ month }})
end
{%- endmacro %}

{#- English, German, French, Spanish, Italian, Dutch and Portuguese: the first three letters say the month, four for the French summer. -#}
{% macro _month_words() -%}
(jan|ene|gen|feb|fev|mar|mae|maa|mrt|mrz|apr|avr|abr|may|mai|mei|mag|jun|juin|giu|juil|jul|lug|aug|aou|ago|sep|set|oct|okt|ott|out|nov|dec|dez|dic|des)
{%- endmacro %}

{% macro _month_number(word) -%}
{%- set words = 'jan01 ene01 gen01 feb02 fev02 mar03 mae03 maa03 mrt03 mrz03 apr04 avr04 abr04 may05 mai05 mei05 mag05 jun06 juin06 giu06 juil07 '
    ~ 'jul07 lug07 aug08 aou08 ago08 sep09 set09 oct10 okt10 ott10 out10 nov11 dec12 dez12 dic12 des12' -%}
substr('{{ words }}', nullif(position({{ word }} in '{{ words }}'), 0) + length({{ word }}), 2)
{%- endmacro %}
