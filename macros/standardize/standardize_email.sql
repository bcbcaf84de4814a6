{#- An e-mail address as typed, reduced to the address itself in lower case; a comma typed for a dot is one, of several the first stays.
    'Anna Berg <mailto:Anna.Berg@GMail.com>' -> 'anna.berg@gmail.com', 'a@x.de; b@y.de' -> 'a@x.de', 'anna (at) web.de' -> 'anna@web.de' -#}
{% macro standardize_email(text) -%}
case
    when not {{ has_pattern(text, '[^a-zA-Z0-9@._+-]|@.*@|^[.]|[.]$') }} then lower({{ text }})
    when {{ text }} like '%<%>%' then {{ _bare_email(find_pattern(text, '<([^<>]*)>', 1)) }}
    when {{ has_pattern(text, '@[^@]*[;, ][^@]*@') }} then {{ _bare_email(find_pattern(text, '^[^@]*@[^@;, ]*', 0)) }}
    else {{ _bare_email(text) }}
end
{%- endmacro %}

{#- What is left of an address without its wrapping, 'mailto:', blanks and spelled-out signs. -#}
{% macro _bare_email(text) -%}
{%- set plain = "trim(both ' .,;:<>\"''()[]' from replace(lower(" ~ text ~ "), 'mailto:', ''))" -%}
{%- set signed = replace_pattern(plain, '[ ]*[(\\[](at|ät)[\\])][ ]*|[ ]+(at|ät)[ ]+|[ ]*@[ ]*', '@') -%}
replace({{ replace_pattern(signed, '[ ]*[(\\[](dot|punkt)[\\])][ ]*|[ ]+(dot|punkt)[ ]+', '.') }}, ',', '.')
{%- endmacro %}
