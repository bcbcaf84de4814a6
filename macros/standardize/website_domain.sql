{#- The domain of a web address, without www.
    'https://www.Bosch.de/shop?x=1' -> 'bosch.de' -#}
{% macro website_domain(text) -%}
case when {{ text }} like '%.%' and {{ text }} not like '%@%' then
    nullif(lower(replace(split_part(split_part(split_part(split_part(
        case when {{ text }} like '%://%' then split_part({{ text }}, '://', 2) else trim({{ text }}) end,
        '/', 1), '?', 1), '#', 1), ':', 1), 'www.', '')), '')
end
{%- endmacro %}
