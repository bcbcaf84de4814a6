{#- The domain of a web address, without www.; null when it is none.
    'https://www.Bosch.de/shop?x=1' -> 'bosch.de' -#}
{% macro website_domain(text) -%}
case when {{ text }} like '%.%'
    then nullif({{ find_pattern(_host(text), '^(?:www[.])*([^ .@]+(?:[.][^ .@]+)+)[.]?$', 1) }}, '') end
{%- endmacro %}

{% macro _host(text) -%}
{%- set address = "case when " ~ text ~ " like '%://%' then split_part(" ~ text ~ ", '://', 2) else " ~ text ~ " end" -%}
lower({{ trim_spaces("split_part(split_part(split_part(split_part(" ~ address ~ ", '/', 1), '?', 1), '#', 1), ':', 1)") }})
{%- endmacro %}
