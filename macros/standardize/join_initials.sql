{#- Initials with spaces between them joined, as most write them: 'Foo S. A. de C. V.' -> 'Foo S.A. de C.V.' -#}
{% macro join_initials(name) -%}
{%- set pair = '(^|[^A-Za-z])([A-Za-z])[.] ([A-Za-z])[.]' -%}
case
    when {{ has_pattern(name, pair) }}
        then {{ replace_pattern(replace_pattern(name, pair, '\\1\\2.\\3.'), pair, '\\1\\2.\\3.') }}
    else {{ name }}
end
{%- endmacro %}
