{#- A folded street name as it is compared: its type spelled out, German compounds in one word.
    'n main st' (en) -> 'north main street', 'berliner str' (de) -> 'berlinerstrasse', 'av foch' (fr) -> 'avenue foch'
    first_word and last_word are the name's, first_type and last_type what they abbreviate. -#}
{% macro street_key(name, language, first_word, last_word, first_type, last_type) -%}
{%- set behind_first = "substr(" ~ name ~ ", length(" ~ first_word ~ ") + 1)" -%}
{%- set before_last = "substr(" ~ name ~ ", 1, length(" ~ name ~ ") - length(" ~ last_word ~ "))" -%}
case
    when {{ language }} = 'de' and {{ last_type }} is not null then rtrim({{ before_last }}) || {{ last_type }}
    when {{ language }} = 'de' and {{ name }} like '%_str' then {{ name }} || 'asse'
    when {{ language }} = 'de' and {{ name }} like '%_pl' then {{ name }} || 'atz'
    when {{ language }} = 'nl' and {{ name }} like '%_str' then {{ name }} || 'aat'
    when {{ name }} not like '% %' then {{ name }}
    when {{ language }} in ('en', 'nl') then {{ _spelled_word(first_word) }}
        || substr({{ before_last }}, length({{ first_word }}) + 1) || coalesce({{ last_type }}, {{ _spelled_word(last_word) }})
    when {{ first_type }} is not null then {{ first_type }} || {{ behind_first }}
    else {{ name }}
end
{%- endmacro %}

{% macro _spelled_word(word) -%}
case {{ word }} when 'n' then 'north' when 's' then 'south' when 'e' then 'east' when 'w' then 'west' when 'st' then 'saint'
    when 'ne' then 'northeast' when 'nw' then 'northwest' when 'se' then 'southeast' when 'sw' then 'southwest'
    when 'mt' then 'mount' when 'ft' then 'fort' else {{ word }} end
{%- endmacro %}
