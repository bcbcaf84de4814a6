{#- A folded street name as it is compared: its type spelled out, German compounds in one word.
    'n main st' (en) -> 'north main street', 'berliner str' (de) -> 'berlinerstrasse', 'av foch' (fr) -> 'avenue foch' -#}
{% macro street_key(name, language, first_type, last_type) -%}
{%- set first_space = "strpos(" ~ name ~ ", ' ')" -%}
{%- set last_word = "split_part(" ~ name ~ ", ' ', -1)" -%}
{%- set all_but_last = "substr(" ~ name ~ ", 1, length(" ~ name ~ ") - length(" ~ last_word ~ "))" -%}
case
    when {{ language }} = 'de' and {{ last_type }} is not null then rtrim({{ all_but_last }}) || {{ last_type }}
    when {{ language }} = 'de' and {{ name }} like '%_str' then {{ name }} || 'asse'
    when {{ language }} = 'de' and {{ name }} like '%_pl' then {{ name }} || 'atz'
    when {{ language }} = 'nl' and {{ name }} like '%_str' then {{ name }} || 'aat'
    when {{ name }} not like '% %' then {{ name }}
    when {{ language }} in ('en', 'nl') then {{ _spelled_word("split_part(" ~ name ~ ", ' ', 1)") }}
        || substr({{ all_but_last }}, {{ first_space }}) || coalesce({{ last_type }}, {{ _spelled_word(last_word) }})
    when {{ first_type }} is not null then {{ first_type }} || substr({{ name }}, {{ first_space }})
    else {{ name }}
end
{%- endmacro %}

{% macro _spelled_word(word) -%}
case {{ word }} when 'n' then 'north' when 's' then 'south' when 'e' then 'east' when 'w' then 'west' when 'st' then 'saint'
    when 'ne' then 'northeast' when 'nw' then 'northwest' when 'se' then 'southeast' when 'sw' then 'southwest'
    when 'mt' then 'mount' when 'ft' then 'fort' else {{ word }} end
{%- endmacro %}
