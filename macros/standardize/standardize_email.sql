{#- An e-mail address as typed, reduced to the address itself in lower case.
    'Anna Berg <mailto:Anna.Berg@GMail.com>' -> 'anna.berg@gmail.com' -#}
{% macro standardize_email(text) -%}
case
    when {{ text }} like '%<%>%' then lower(trim(replace({{ find_pattern(text, '<([^<>]*)>', 1) }}, 'mailto:', '')))
    when {{ text }} like '%:%' then lower(trim(replace(lower({{ text }}), 'mailto:', '')))
    else lower(trim({{ text }}, ' .,;''"'))
end
{%- endmacro %}
